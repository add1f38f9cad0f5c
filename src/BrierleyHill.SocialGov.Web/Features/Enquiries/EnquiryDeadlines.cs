using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>An enquiry that was logged has a deadline from the same save on.</summary>
public sealed class BeginEnquiryDeadline(DeadlineSettings settings) : EventRule<Enquiry, EnquiryLogged>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(Enquiry record, EnquiryLogged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        database.Deadlines.Add(Deadline.Of(DeadlineSubject.Enquiry, record, settings.Alerts.TimesOf(record.Rule, record.DueAt)));
        return Task.CompletedTask;
    }
}

/// <summary>Another due time moves the deadline of one that nobody has answered.</summary>
public sealed class MoveEnquiryDeadline(DeadlineSettings settings) : EventRule<Enquiry, EnquiryReceivedCorrected>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, EnquiryReceivedCorrected happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (record.AnsweredAt is null && await database.FindDeadlineAsync(DeadlineSubject.Enquiry, record.Id, cancellationToken) is { } deadline)
        {
            deadline.Move(settings.Alerts.TimesOf(record.Rule, record.DueAt));
        }
    }
}

/// <summary>An answer, however it came, ends the deadline: no further alert is raised.</summary>
/// <typeparam name="TEvent">What stops the clock.</typeparam>
public sealed class EndEnquiryDeadline<TEvent> : EventRule<Enquiry, TEvent>
    where TEvent : DomainEvent
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (await database.FindDeadlineAsync(DeadlineSubject.Enquiry, record.Id, cancellationToken) is { EndedAt: null } deadline)
        {
            deadline.End(happened.At);
        }
    }
}

/// <summary>What was recorded was a mistake: the clock runs on against the due time that there was.</summary>
public sealed class ResumeEnquiryDeadline(DeadlineSettings settings) : EventRule<Enquiry, EnquiryAnswerTakenBack>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, EnquiryAnswerTakenBack happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (await database.FindDeadlineAsync(DeadlineSubject.Enquiry, record.Id, cancellationToken) is { } deadline)
        {
            deadline.Resume(settings.Alerts.TimesOf(record.Rule, record.DueAt));
        }
    }
}

/// <summary>An e-mail that was taken in has a deadline as if it were an enquiry: nobody waits longer because a machine took it in.</summary>
public sealed class BeginDraftDeadline(DeadlineSettings settings) : EventRule<EnquiryDraft, EnquiryDraftTaken>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(EnquiryDraft record, EnquiryDraftTaken happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        database.Deadlines.Add(Deadline.Of(DeadlineSubject.EnquiryDraft, record, settings.Alerts.TimesOf(record.Rule, record.DueAt)));
        return Task.CompletedTask;
    }
}

/// <summary>A draft that was dealt with has no deadline any more: the enquiry has its own.</summary>
/// <typeparam name="TEvent">How it was dealt with.</typeparam>
public sealed class EndDraftDeadline<TEvent> : EventRule<EnquiryDraft, TEvent>
    where TEvent : DomainEvent
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(EnquiryDraft record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (await database.FindDeadlineAsync(DeadlineSubject.EnquiryDraft, record.Id, cancellationToken) is { EndedAt: null } deadline)
        {
            deadline.End(happened.At);
        }
    }
}

/// <summary>The draft from which an enquiry was logged is settled in the same save. The use case has looked whether it still waits; its version decides a race.</summary>
public sealed class SettleDraft : EventRule<Enquiry, EnquiryLogged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Enquiry record, EnquiryLogged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.FromDraft is { } id
            && await database.EnquiryDrafts.FindAsync([id], cancellationToken) is { } draft
            && draft.Log(record.Id, happened.By, happened.At) is { IsRefused: true } refused)
        {
            throw new InvalidOperationException($"A draft was logged that could not be: {refused.Error.Code}.");
        }
    }
}

/// <summary>Finds deadlines by what they are of.</summary>
internal static class DeadlineLookup
{
    /// <summary>The deadline, tracked: the one that was read already, where a use case has read many at once.</summary>
    public static async Task<Deadline?> FindDeadlineAsync(
        this SocialGovDbContext database, DeadlineSubject subject, int id, CancellationToken cancellationToken) =>
        database.Deadlines.Local.FirstOrDefault(deadline => deadline.Subject == subject && deadline.SubjectId == id)
        ?? await database.Deadlines.SingleOrDefaultAsync(deadline => deadline.Subject == subject && deadline.SubjectId == id, cancellationToken);
}
