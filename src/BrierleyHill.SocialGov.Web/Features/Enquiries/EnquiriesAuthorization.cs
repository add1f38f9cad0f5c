using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Enquiries;

/// <summary>
/// Who may do what to which enquiry (ADR 30). Who looks after the account or posts to it, whom it is assigned to, administrators by role and
/// senior leaders see it and work on it. Whoever logged it sees what becomes of it, and can report it as an incident. For everybody else it
/// does not exist (404). The lists ask <see cref="Data.EnquiryQueries"/> the same.
/// </summary>
public static class EnquiriesAuthorization
{
    /// <summary>Whether this person works on it.</summary>
    /// <param name="enquiry">The enquiry.</param>
    /// <param name="looksAfter">Whether the person looks after the account through which it came, or posts to it, now.</param>
    /// <param name="person">Who.</param>
    public static bool MayWorkOn(Enquiry enquiry, bool looksAfter, Actor person) =>
        looksAfter || person.SeesEveryEnquiry() || (person.PersonId is { } id && enquiry.AssigneeId == id);

    /// <summary>Whether this person sees it.</summary>
    /// <param name="enquiry">The enquiry.</param>
    /// <param name="looksAfter">Whether the person looks after the account through which it came, or posts to it, now.</param>
    /// <param name="person">Who.</param>
    public static bool MaySee(Enquiry enquiry, bool looksAfter, Actor person) => person.Is(enquiry.LoggedById) || MayWorkOn(enquiry, looksAfter, person);

    /// <summary>Which of these accounts the person looks after or posts to now.</summary>
    public static async Task<HashSet<int>> LoadLookedAfterAsync(
        this SocialGovDbContext database, IReadOnlyCollection<int> accountIds, Actor person, CancellationToken cancellationToken) =>
        await database.AccountsLookedAfterBy(person.PersonId).Where(id => accountIds.Contains(id)).ToHashSetAsync(cancellationToken);

    /// <summary>Loads one to act on, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<Enquiry>> FindEnquiryAsync(
        this SocialGovDbContext database, int id, Actor person, bool toWorkOn, CancellationToken cancellationToken)
    {
        if (await database.Enquiries.FindAsync([id], cancellationToken) is not { } enquiry)
        {
            return Error.NotFound;
        }

        var looksAfter = (await database.LoadLookedAfterAsync([enquiry.AccountId], person, cancellationToken)).Count > 0;
        return !MaySee(enquiry, looksAfter, person)
            ? Error.NotFound
            : toWorkOn && !MayWorkOn(enquiry, looksAfter, person) ? EnquiryErrors.NotYours : enquiry;
    }

    /// <summary>Loads a draft to act on, or says that there is none: also where there is one that this person may not see.</summary>
    public static async Task<Result<EnquiryDraft>> FindDraftAsync(
        this SocialGovDbContext database, int id, Actor person, CancellationToken cancellationToken) =>
        await database.DraftsVisibleTo(person).AnyAsync(draft => draft.Id == id, cancellationToken)
        && await database.EnquiryDrafts.FindAsync([id], cancellationToken) is { } found
            ? found
            : Error.NotFound;
}

/// <summary>What every write to an enquiry does alike: load it, hold the form against its version, change it, save once.</summary>
public sealed class EnquiryWrite(SocialGovDbContext database, Infrastructure.Security.CurrentPerson person)
{
    // Each further try means that an alert about this very enquiry was raised in between: there are three levels.
    private const int Tries = 4;

    /// <summary>Changes an enquiry. An alert that is raised at the same instant does not make the form stale: it is tried once more on what is saved by then.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that the form was opened on.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="toWorkOn">Whether only somebody who works on it may.</param>
    public async Task<Result> RunAsync(int id, int version, Func<Enquiry, Task<Result>> change, CancellationToken cancellationToken, bool toWorkOn = true)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await database.FindEnquiryAsync(id, person.Actor, toWorkOn, cancellationToken);
            if (found.IsRefused)
            {
                return found.Error;
            }

            var enquiry = found.Value;
            var changed = await change(enquiry);
            if (enquiry.CheckVersion(version) is { IsRefused: true } stale)
            {
                // "It has been acknowledged already" tells more than "it was changed". What was tried here is dropped.
                database.ChangeTracker.Clear();
                return changed.Error is { Kind: ErrorKind.Conflict } ? changed : stale;
            }

            if (changed.IsRefused)
            {
                return changed;
            }

            // Where it is the enquiry that was overtaken, its version says so in the next round.
            var saved = await database.TrySaveAsync(cancellationToken);
            if (!saved.IsRefused || attempt == Tries)
            {
                return saved;
            }
        }
    }

    /// <inheritdoc cref="RunAsync(int, int, Func{Enquiry, Task{Result}}, CancellationToken, bool)" />
    public Task<Result> RunAsync(int id, int version, Func<Enquiry, Result> change, CancellationToken cancellationToken, bool toWorkOn = true) =>
        RunAsync(id, version, enquiry => Task.FromResult(change(enquiry)), cancellationToken, toWorkOn);
}

/// <summary>What every form about an enquiry carries.</summary>
public abstract class EnquiryForm
{
    /// <summary>The version of the enquiry that was read.</summary>
    public int Version { get; set; }
}

/// <summary>A form that is a button.</summary>
public sealed class EnquiryVersionForm : EnquiryForm;
