using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.People;

/// <summary>Whether somebody has an authenticator app or a passkey.</summary>
public enum SecondFactorState
{
    /// <summary>They have.</summary>
    [Display(Name = "Set up")]
    SetUp,

    /// <summary>They have not.</summary>
    [Display(Name = "Not set up")]
    NotSetUp,
}

/// <summary>Which people are listed.</summary>
public sealed class PeopleFilter
{
    /// <summary>A part of the name or of the e-mail address.</summary>
    [Display(Name = "Name or e-mail address")]
    public string? Text { get; set; }

    /// <summary>How they belong to the school.</summary>
    public Affiliation? Affiliation { get; set; }

    /// <summary>A role that they hold; <see cref="Roles.None"/> for those without any.</summary>
    public Roles? Role { get; set; }

    /// <summary>Whether they may sign in.</summary>
    public PersonStatus? Status { get; set; }

    /// <summary>Whether they have a second factor. Only portal managers are told.</summary>
    [Display(Name = "Second factor")]
    public SecondFactorState? SecondFactor { get; set; }

    /// <summary>Whether anything is asked for.</summary>
    public bool IsSet =>
        !string.IsNullOrWhiteSpace(Text) || Affiliation is not null || Role is not null || Status is not null || SecondFactor is not null;

    /// <summary>Whether the reader is told who has a second factor.</summary>
    [BindNever]
    public bool TellsSecondFactor { get; set; }
}

/// <summary>One line of the directory.</summary>
/// <param name="Id">The person's number.</param>
/// <param name="FullName">Forename and surname.</param>
/// <param name="EmailAddress">The address.</param>
/// <param name="Affiliation">How they belong to the school.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="LeavingDate">The last day, London.</param>
/// <param name="HasSecondFactor">Whether they have a second factor; shown to portal managers alone.</param>
public sealed record PersonLine(
    int Id,
    string FullName,
    string EmailAddress,
    Affiliation Affiliation,
    Roles Roles,
    PersonStatus Status,
    DateOnly? LeavingDate,
    bool HasSecondFactor);

/// <summary>The directory.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Order">How it is sorted.</param>
/// <param name="People">One page of it.</param>
/// <param name="MayManage">Whether the reader may invite people.</param>
public sealed record PeopleList(PeopleFilter Filter, SortOrder Order, PagedList<PersonLine> People, bool MayManage);

/// <summary>One person.</summary>
/// <param name="Person">The record.</param>
/// <param name="Readiness">Whether they are ready to run an account.</param>
/// <param name="LastSignIn">When they last signed in, UTC.</param>
/// <param name="MayManage">Whether the reader may change it.</param>
/// <param name="History">What happened to the record, oldest first; empty for readers who may not change it.</param>
/// <param name="HasOlderHistory">Whether there is more history than is shown.</param>
public sealed record PersonView(
    Person Person, PersonReadiness Readiness, DateTime? LastSignIn, bool MayManage, IReadOnlyList<HistoryEntry> History, bool HasOlderHistory)
{
    /// <summary>Whether the reader looks at themselves.</summary>
    public bool IsReader { get; init; }

    /// <summary>Whether the person has a second factor; shown to portal managers alone.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Whether the reader may see what training the person has.</summary>
    public bool SeesTraining { get; init; }

    /// <summary>Whether there are hand-overs because of this person that the reader may see.</summary>
    public bool HasHandovers { get; init; }
}

/// <summary>Reads of the people directory.</summary>
public sealed class PeopleQueries(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>The columns that the list is sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["name", "status", "leaving"];

    private const int HistoryShown = 50;

    /// <summary>One page of the directory.</summary>
    public async Task<PeopleList> ListAsync(PeopleFilter filter, SortOrder order, int? page, CancellationToken cancellationToken)
    {
        var people = database.People.AsNoTracking();
        if (PlainText.CleanLine(filter.Text).ToUpperInvariant() is { Length: > 0 } text)
        {
            people = people.Where(person => person.NormalisedName.Contains(text) || person.NormalisedEmailAddress.Contains(text));
        }

        if (filter.Affiliation is { } affiliation)
        {
            people = people.Where(person => person.Affiliation == affiliation);
        }

        if (filter.Role is { } role)
        {
            people = role == Roles.None
                ? people.Where(person => person.Roles == Roles.None)
                : people.Where(person => (person.Roles & role) == role);
        }

        if (filter.Status is { } status)
        {
            people = people.Where(person => person.Status == status);
        }

        filter.TellsSecondFactor = current.Holds(Roles.PortalManager);
        if (!filter.TellsSecondFactor)
        {
            filter.SecondFactor = null;
        }

        if (filter.SecondFactor is { } secondFactor)
        {
            var isSetUp = secondFactor == SecondFactorState.SetUp;
            people = people.Where(person => database.Users.Any(account => account.Id == person.Id && account.TwoFactorEnabled) == isSetUp);
        }

        var sorted = (order.Column, order.Descending) switch
        {
            ("status", false) => people.OrderBy(person => person.Status).ThenBy(person => person.Surname),
            ("status", true) => people.OrderByDescending(person => person.Status).ThenBy(person => person.Surname),
            // Those who leave come first, whichever way: an empty date says nothing.
            ("leaving", false) => people.OrderBy(person => person.LeavingDate == null).ThenBy(person => person.LeavingDate).ThenBy(person => person.Surname),
            ("leaving", true) => people.OrderBy(person => person.LeavingDate == null).ThenByDescending(person => person.LeavingDate).ThenBy(person => person.Surname),
            (_, false) => people.OrderBy(person => person.Surname),
            (_, true) => people.OrderByDescending(person => person.Surname),
        };
        var lines = sorted.ThenBy(person => person.Forename).ThenBy(person => person.Id).Select(person => new PersonLine(
            person.Id,
            person.Forename + " " + person.Surname,
            person.EmailAddress,
            person.Affiliation,
            person.Roles,
            person.Status,
            person.LeavingDate,
            database.Users.Any(account => account.Id == person.Id && account.TwoFactorEnabled)));
        return new PeopleList(
            filter, order, await PagedList<PersonLine>.ReadAsync(lines, page, cancellationToken), current.Holds(Roles.PortalManager));
    }

    /// <summary>The record as it is now, or <see langword="null"/>.</summary>
    public Task<Person?> FindAsync(int id, CancellationToken cancellationToken) =>
        database.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken);

    /// <summary>The accounts that a person looks after now.</summary>
    public async Task<IReadOnlyList<LookedAfter>> LooksAfterAsync(int id, CancellationToken cancellationToken) =>
        [.. (await database.LoadAccountsLookedAfterByAsync(id, cancellationToken)).Select(account => new LookedAfter(account.Id, account.Name, account.RoleOf(id).InWords() ?? ""))];

    /// <summary>One person with their history, or <see langword="null"/>.</summary>
    public async Task<PersonView?> FindViewAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } person)
        {
            return null;
        }

        var lines = database.AuditEvents.AsNoTracking().Where(line => line.RecordKind == nameof(Person) && line.RecordId == id);
        var lastSignIn = await lines.Where(line => line.Name == nameof(SignedIn))
            .OrderByDescending(line => line.Sequence)
            .Select(line => (DateTime?)line.OccurredAt)
            .FirstOrDefaultAsync(cancellationToken);
        var mayManage = current.Holds(Roles.PortalManager);
        var looksAfterPeople = current.Holds(Roles.SeniorLeader) || current.Holds(Roles.Administrator);
        var history = mayManage
            ? await lines.OrderByDescending(line => line.Sequence).Take(HistoryShown + 1).ToListAsync(cancellationToken)
            : [];
        return new PersonView(
            person,
            (await database.LoadReadinessFactsAsync(cancellationToken)).Of(
                new DirectoryPerson(person.Id, person.Forename, person.Surname, person.Status, person.LeavingDate), clock.UtcNow()),
            lastSignIn,
            mayManage,
            [.. history.Take(HistoryShown).Reverse().Select(HistoryEntry.From)],
            history.Count > HistoryShown)
        {
            IsReader = id == current.Id,
            HasSecondFactor = await database.Users.AnyAsync(account => account.Id == id && account.TwoFactorEnabled, cancellationToken),
            SeesTraining = looksAfterPeople,
            HasHandovers = (looksAfterPeople || current.Id == id) && await database.Handovers.AnyAsync(handover => handover.LeaverId == id, cancellationToken),
        };
    }
}
