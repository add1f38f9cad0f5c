using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Where the pages of a business case are.</summary>
internal static class ApplicationPaths
{
    public static string Details(AccountApplication application) => $"/applications/{application.Id}";

    public static string Tasks(AccountApplication application) => $"/applications/{application.Id}/tasks";

    public static string Decide(AccountApplication application) => $"/applications/{application.Id}/decide";
}

internal static class Telling
{
    public static void Tell(this SocialGovDbContext database, Person person, AccountApplication about, string text, string path, DateTime at) =>
        database.Notifications.Add(new Notification(person.Id, about.Reference, text, path, at, NotificationKinds.BusinessCases));

    /// <summary>The applicant, if they can still sign in.</summary>
    public static async Task<Person?> ActiveApplicantAsync(this SocialGovDbContext database, AccountApplication application, CancellationToken cancellationToken) =>
        await database.People.AsNoTracking().SingleOrDefaultAsync(
            person => person.Id == application.ApplicantId && person.Status == PersonStatus.Active, cancellationToken);

    /// <summary>The senior leaders other than the applicant.</summary>
    public static async Task<IEnumerable<Person>> OtherLeadersAsync(this SocialGovDbContext database, AccountApplication application, CancellationToken cancellationToken) =>
        (await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken)).Where(leader => leader.Id != application.ApplicantId);
}

/// <summary>Senior leaders receive submitted business cases (SLT-5).</summary>
public sealed class TellLeadersOfSubmission(EmailOutbox outbox) : EventRule<AccountApplication, ApplicationSubmitted>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationSubmitted happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var text = happened.Round == 1
            ? $"The business case {record.Reference} waits for a decision."
            : $"The business case {record.Reference} has been changed and waits for a decision.";
        foreach (var leader in await database.OtherLeadersAsync(record, cancellationToken))
        {
            database.Tell(leader, record, text, ApplicationPaths.Details(record), happened.At);
            outbox.Queue(database, leader, ApplicationEmails.WaitsForDecision(record.Reference, ApplicationPaths.Details(record)), happened.At);
        }
    }
}

/// <summary>The applicant hears what is to be changed.</summary>
public sealed class TellApplicantOfRequestedChanges(EmailOutbox outbox) : EventRule<AccountApplication, ApplicationChangesRequested>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationChangesRequested happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (await database.ActiveApplicantAsync(record, cancellationToken) is { } applicant)
        {
            database.Tell(applicant, record, $"Changes are asked for to your business case {record.Reference}.", ApplicationPaths.Tasks(record), happened.At);
            outbox.Queue(database, applicant, ApplicationEmails.ChangesRequested(record.Reference, ApplicationPaths.Tasks(record)), happened.At);
        }
    }
}

/// <summary>The applicant hears of the approval.</summary>
public sealed class TellApplicantOfApproval(EmailOutbox outbox) : EventRule<AccountApplication, ApplicationApproved>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationApproved happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (await database.ActiveApplicantAsync(record, cancellationToken) is { } applicant)
        {
            database.Tell(applicant, record, $"Your business case {record.Reference} has been approved.", ApplicationPaths.Details(record), happened.At);
            outbox.Queue(database, applicant, ApplicationEmails.Decided(record.Reference, ApplicationPaths.Details(record)), happened.At);
        }
    }
}

/// <summary>The applicant hears of the rejection.</summary>
public sealed class TellApplicantOfRejection(EmailOutbox outbox) : EventRule<AccountApplication, ApplicationRejected>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationRejected happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (await database.ActiveApplicantAsync(record, cancellationToken) is { } applicant)
        {
            database.Tell(applicant, record, $"Your business case {record.Reference} has been rejected.", ApplicationPaths.Details(record), happened.At);
            outbox.Queue(database, applicant, ApplicationEmails.Decided(record.Reference, ApplicationPaths.Details(record)), happened.At);
        }
    }
}

/// <summary>Leaders who had it to decide hear that they need not any more. In the portal alone: nothing is to be done.</summary>
public sealed class TellLeadersOfWithdrawal : EventRule<AccountApplication, ApplicationWithdrawn>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationWithdrawn happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (record.Submissions.Count == 0)
        {
            return;
        }

        foreach (var leader in (await database.OtherLeadersAsync(record, cancellationToken)).Where(leader => !happened.By.Is(leader.Id)))
        {
            database.Tell(leader, record, $"The business case {record.Reference} has been withdrawn.", ApplicationPaths.Details(record), happened.At);
        }
    }
}

/// <summary>Whoever an undecided business case waits for is reminded: the leaders, or the applicant.</summary>
public sealed class ChaseWhoeverItWaitsFor(EmailOutbox outbox) : EventRule<AccountApplication, ApplicationChased>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationChased happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (record.Status == ApplicationStatus.ChangesRequested)
        {
            if (await database.ActiveApplicantAsync(record, cancellationToken) is { } applicant)
            {
                database.Tell(applicant, record, $"Your business case {record.Reference} still waits for your changes.", ApplicationPaths.Tasks(record), happened.At);
                outbox.Queue(database, applicant, ApplicationEmails.StillWaitsForChanges(record.Reference, ApplicationPaths.Tasks(record)), happened.At);
            }

            return;
        }

        foreach (var leader in await database.OtherLeadersAsync(record, cancellationToken))
        {
            database.Tell(
                leader,
                record,
                $"The business case {record.Reference} has waited {happened.WorkingDaysWaited} working days for a decision.",
                ApplicationPaths.Details(record),
                happened.At);
            outbox.Queue(database, leader, ApplicationEmails.StillWaitsForDecision(record.Reference, ApplicationPaths.Details(record)), happened.At);
        }
    }
}
