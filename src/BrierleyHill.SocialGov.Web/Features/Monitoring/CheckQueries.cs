using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Monitoring;

/// <summary>Reads a check for its pages.</summary>
public sealed class CheckQueries(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The check with what came of it, or <see langword="null"/> where there is none for this person.</summary>
    public async Task<CheckView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var found = await database.FindCheckAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return null;
        }

        var check = found.Value.Check;
        var later = check.Status == CheckStatus.Expected
            ? await database.MonitoringChecks.AsNoTracking()
                .Where(other => other.AccountId == check.AccountId && other.Status == CheckStatus.Expected && other.At > check.At)
                .OrderByDescending(other => other.At)
                .Select(other => (int?)other.Id)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        var enquiries = await database.Enquiries.AsNoTracking()
            .Where(enquiry => enquiry.MonitoringCheckId == id)
            .OrderBy(enquiry => enquiry.Id)
            .Select(enquiry => enquiry.Id)
            .ToListAsync(cancellationToken);
        var followUps = await database.MonitoringFollowUps.AsNoTracking()
            .Where(followUp => followUp.CheckId == id)
            .OrderBy(followUp => followUp.DueOn).ThenBy(followUp => followUp.Id)
            .ToListAsync(cancellationToken);
        return new CheckView(
            check,
            found.Value.Account,
            person.Actor,
            later,
            enquiries,
            await database.LoadIncidentsFromAsync(IncidentSource.MonitoringCheck, id, person.Actor, cancellationToken),
            followUps,
            await database.LoadMonitoringHistoryAsync(nameof(MonitoringCheck), id, cancellationToken),
            clock.UtcNow());
    }

    /// <summary>The account for a check that nobody asked for, with the one that the rota asks for where there is one; <see langword="null"/> where there is none for this person.</summary>
    public async Task<OwnCheckView?> FindOwnAsync(int accountId, CancellationToken cancellationToken)
    {
        var account = await database.FindMonitoredAsync(accountId, person.Actor, cancellationToken);
        return account.IsRefused || account.Value.Status != AccountStatus.Active
            ? null
            : new OwnCheckView(
                account.Value,
                account.Value.Team.MayBeCheckedBy(person.Actor),
                await database.MonitoringChecks.AsNoTracking()
                    .Where(check => check.AccountId == accountId && check.Status == CheckStatus.Expected)
                    .OrderByDescending(check => check.At)
                    .Select(check => (int?)check.Id)
                    .FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>The check of a follow-up, or <see langword="null"/> where there is none for this person.</summary>
    public async Task<int?> CheckOfFollowUpAsync(int id, CancellationToken cancellationToken) =>
        await database.MonitoringFollowUps.AsNoTracking().SingleOrDefaultAsync(followUp => followUp.Id == id, cancellationToken) is { } found
        && !(await database.FindMonitoredAsync(found.AccountId, person.Actor, cancellationToken)).IsRefused
            ? found.CheckId
            : null;

    /// <summary>Who can be asked to follow something up: those who look after the account, and senior leaders.</summary>
    public async Task<IReadOnlyList<Choice>> CanFollowUpAsync(MonitoredAccount account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var leaders = await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken);
        var today = clock.Today();
        return
        [
            .. account.Team.Members
                .Where(member => account.Team.IsThere(member.PersonId, today))
                .Select(member => new Choice(
                    member.PersonId.ToString(CultureInfo.InvariantCulture),
                    $"{account.Team.Directory.NameOf(member.PersonId)}, {Words.InSentence(member.Role.InWords())}")),
            .. leaders
                .Where(leader => account.Team.RoleOf(leader.Id) is null)
                .Select(leader => new Choice(leader.Id.ToString(CultureInfo.InvariantCulture), $"{leader.FullName}, senior leader")),
        ];
    }
}

/// <summary>A check as one person sees it.</summary>
/// <param name="Check">The check.</param>
/// <param name="Account">Its account.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="LaterId">A later check of the account that waits: that one is to be done.</param>
/// <param name="Enquiries">The enquiries that were raised from it.</param>
/// <param name="Incidents">The incidents that were reported from it, of those that the reader may know of.</param>
/// <param name="FollowUps">What is or was to be done because of it.</param>
/// <param name="History">What happened to it.</param>
/// <param name="Now">Now, UTC.</param>
public sealed record CheckView(
    MonitoringCheck Check,
    MonitoredAccount Account,
    Actor Reader,
    int? LaterId,
    IReadOnlyList<int> Enquiries,
    IReadOnlyList<int> Incidents,
    IReadOnlyList<MonitoringFollowUp> FollowUps,
    IReadOnlyList<HistoryEntry> History,
    DateTime Now)
{
    /// <summary>Whether it can be done now, by this person.</summary>
    public bool CanBeDone => Check.Status == CheckStatus.Expected && LaterId is null && Account.Team.MayBeCheckedBy(Reader);

    /// <summary>Whether this person may raise what it found.</summary>
    public bool MayRaise => !Check.CheckMayRaise(Account.Team, Reader).IsRefused;

    /// <summary>Somebody's name.</summary>
    public string NameOf(int id) => Account.Team.Directory.NameOf(id);

    /// <summary>The reference of an enquiry.</summary>
    public static string EnquiryReference(int id) => Reference.Of(Enquiry.ReferenceKind, id);
}

/// <summary>An account for a check that nobody asked for.</summary>
/// <param name="Account">The account.</param>
/// <param name="MayCheck">Whether the person may do it.</param>
/// <param name="ExpectedId">The check that the rota asks for, which is to be done instead.</param>
public sealed record OwnCheckView(MonitoredAccount Account, bool MayCheck, int? ExpectedId);

/// <summary>The page of a check: what is known, and the form that does it.</summary>
/// <param name="View">The check.</param>
/// <param name="Form">The form.</param>
public sealed record CheckPage(CheckView View, CheckForm Form);

/// <summary>The page of a check that nobody asked for.</summary>
/// <param name="View">The account.</param>
/// <param name="Form">The form.</param>
public sealed record OwnCheckPage(OwnCheckView View, CheckForm Form);

/// <summary>A check and a form about it.</summary>
/// <typeparam name="TForm">The form.</typeparam>
/// <param name="View">The check as it is saved.</param>
/// <param name="Form">The form.</param>
/// <param name="IsStale">Whether somebody else saved the check after the form was opened.</param>
/// <param name="People">Whom the form offers.</param>
public sealed record CheckAction<TForm>(CheckView View, TForm Form, bool IsStale = false, IReadOnlyList<Choice>? People = null);
