using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>Reads what waits for the person who is signed in.</summary>
public sealed class DashboardQueries(SocialGovDbContext database, OwnTasks ownTasks, CurrentPerson person, TimeProvider clock)
{
    /// <summary>How many of a queue the dashboard shows; the rest is one click away.</summary>
    public const int Shown = 10;

    /// <summary>The dashboard.</summary>
    public async Task<DashboardView> ReadAsync(CancellationToken cancellationToken)
    {
        var id = person.Id;
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var readiness = await database.LoadReadinessFactsAsync(cancellationToken);
        var own = await database.Applications.AsNoTracking()
            .Where(application => application.ApplicantId == id
                && (application.Status == ApplicationStatus.Draft || application.Status == ApplicationStatus.ChangesRequested || application.Status == ApplicationStatus.Submitted))
            .OrderByDescending(application => application.Status == ApplicationStatus.ChangesRequested)
            .ThenBy(application => application.StatusSince)
            .Select(application => new OwnApplication(application.Id, application.ProposedName, application.Status, application.StatusSince))
            .Take(Shown)
            .ToListAsync(cancellationToken);
        return new DashboardView(
            own,
            await ownTasks.ReadAsync(directory, readiness, cancellationToken),
            person.Holds(Roles.SeniorLeader) ? await QueueAsync(directory, readiness, cancellationToken) : null,
            person.Holds(Roles.Administrator) ? await AwaitingCreationAsync(cancellationToken) : null);
    }

    private async Task<Queue<WaitingApplication>> QueueAsync(
        PeopleDirectory directory, ReadinessFacts readiness, CancellationToken cancellationToken)
    {
        var submitted = await database.KnownAsync("submitted business cases", () => database.Applications.AsNoTracking()
            .Where(application => application.Status == ApplicationStatus.Submitted)
            .OrderBy(application => application.StatusSince).ThenBy(application => application.Id)
            .ToListAsync(cancellationToken));
        var (count, oldest) = (submitted.Count, submitted.Take(Shown).ToList());
        var standings = await database.LoadAssessmentStandingsAsync(oldest, cancellationToken);
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        return new Queue<WaitingApplication>(count, [.. oldest.Select(application => new WaitingApplication(
            application.Id,
            application.Reference,
            application.ProposedName,
            application.Platform,
            directory.NameOf(application.ApplicantId),
            calendar.DisplayWaiting(LondonTime.DateOf(application.StatusSince), clock.Today()),
            application.Submissions.Count > 1,
            [.. ApplicationConcerns.Of(
                application, new ApplicationCircumstances(directory, readiness, standings[application.Id], clock.UtcNow())).Select(concern => concern.Message)],
            application.CheckMayDecide(person.Actor).Error?.Message))]);
    }

    private async Task<Queue<WaitingAccount>> AwaitingCreationAsync(CancellationToken cancellationToken)
    {
        var calendar = await database.LoadWorkingCalendarAsync(cancellationToken);
        var waiting = (await database.LoadRegisterAsync(cancellationToken)).FindAll(account => account.Status == AccountStatus.AwaitingCreation);
        return new Queue<WaitingAccount>(waiting.Count, [.. waiting.OrderBy(account => account.ApprovedAt).ThenBy(account => account.Id).Take(Shown).Select(account => new WaitingAccount(
            account.Id,
            account.Name,
            account.Platform,
            calendar.DisplayWaiting(LondonTime.DateOf(account.ApprovedAt), clock.Today())))]);
    }
}

/// <summary>The dashboard of one person.</summary>
public sealed record DashboardView(
    IReadOnlyList<OwnApplication> Own, IReadOnlyList<OwnTask> Tasks, Queue<WaitingApplication>? ToDecide, Queue<WaitingAccount>? ToCreate)
{
    /// <summary>Whether nothing at all waits.</summary>
    public bool IsEmpty => Own.Count == 0 && Tasks.Count == 0 && ToDecide is null or { Count: 0 } && ToCreate is null or { Count: 0 };
}

/// <summary>The head of a queue.</summary>
/// <typeparam name="T">What waits.</typeparam>
public sealed record Queue<T>(int Count, IReadOnlyList<T> Oldest);

/// <summary>A business case of the person's own.</summary>
public sealed record OwnApplication(int Id, string ProposedName, ApplicationStatus Status, DateTime StatusSince)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(AccountApplication.ReferenceKind, Id);
}

/// <summary>
/// A business case that waits for a decision: who, what, how long, what speaks against it, and why this leader cannot decide it
/// where that is so.
/// </summary>
public sealed record WaitingApplication(
    int Id,
    string Reference,
    string Name,
    Platform? Platform,
    string Applicant,
    string Waited,
    bool IsResubmitted,
    IReadOnlyList<string> Concerns,
    string? NotByYou);

/// <summary>An account that awaits creation.</summary>
public sealed record WaitingAccount(int Id, string Name, Platform Platform, string Waited)
{
    /// <summary>The reference.</summary>
    public string Reference => Domain.Shared.Reference.Of(SocialMediaAccount.ReferenceKind, Id);
}
