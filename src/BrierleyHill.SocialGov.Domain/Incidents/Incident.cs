using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What somebody reports, as it was typed.</summary>
/// <param name="What">What happened.</param>
/// <param name="Where">Whether it happened on an account of the school.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Place">Where else.</param>
/// <param name="Link">Where it stands.</param>
/// <param name="OccurredAt">When it happened, UTC; <see langword="null"/> where that is not known.</param>
/// <param name="Noticed">How it was noticed.</param>
/// <param name="Category">What kind of incident.</param>
/// <param name="IsDanger">Whether somebody is in danger now.</param>
/// <param name="People">Who is involved.</param>
/// <param name="Source">What it is reported from.</param>
/// <param name="SourceId">The number of that.</param>
public sealed record IncidentAnswers(
    string? What,
    IncidentWhere? Where,
    int? AccountId,
    string? Place,
    string? Link,
    DateTime? OccurredAt,
    NoticedHow? Noticed,
    IncidentCategory? Category,
    bool? IsDanger,
    IReadOnlyList<InvolvedPersonAnswers> People,
    IncidentSource Source = IncidentSource.None,
    int? SourceId = null);

/// <summary>
/// Something that went wrong, or may have (clauses SLT-3, SLT-4, BEH-4, GP-2). Lifecycle: see <see cref="IncidentStatus"/>. Its number is drawn by chance and not given by
/// the database, so that no gap tells somebody who may not know that there is one. Who may know of it: <c>Data/IncidentQueries</c> alone says.
/// </summary>
public sealed partial class Incident : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "INC";

    /// <summary>The smallest number.</summary>
    public const int SmallestNumber = 100_000;

    /// <summary>The largest number.</summary>
    public const int LargestNumber = 999_999;

    /// <summary>Longest text of what happened, in characters.</summary>
    public const int WhatMaximumLength = 4000;

    /// <summary>Longest name of a place, in characters.</summary>
    public const int PlaceMaximumLength = 200;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>How many people can be involved.</summary>
    public const int MostPeople = 30;

    private readonly List<InvolvedPerson> _involved = [];
    private readonly List<IncidentInvestigator> _investigators = [];

    private Incident()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>What happened, in the reporter's words; "" once it is out of scope.</summary>
    public string What { get; private set; } = "";

    /// <summary>The account of the school on which it happened, if it was one.</summary>
    public int? AccountId { get; private set; }

    /// <summary>Where else it happened, or "".</summary>
    public string Place { get; private set; } = "";

    /// <summary>Where it stands, or "".</summary>
    public string Link { get; private set; } = "";

    /// <summary>When it happened, UTC; <see langword="null"/> where nobody knows.</summary>
    public DateTime? OccurredAt { get; private set; }

    /// <summary>How it was noticed.</summary>
    public NoticedHow Noticed { get; private set; }

    /// <summary>What kind of incident it is.</summary>
    public IncidentCategory Category { get; private set; }

    /// <summary>Whether somebody was in danger when it was reported.</summary>
    public bool IsDanger { get; private set; }

    /// <summary>Whether its author reports a mistake (GP-2).</summary>
    public bool IsOwnMistake { get; private set; }

    /// <summary>What it was reported from.</summary>
    public IncidentSource Source { get; private set; }

    /// <summary>The number of what it was reported from.</summary>
    public int? SourceId { get; private set; }

    /// <summary>Who reported it.</summary>
    public int ReportedById { get; private set; }

    /// <summary>When it was reported, UTC.</summary>
    public DateTime ReportedAt { get; private set; }

    /// <summary>Where it stands in its life.</summary>
    public IncidentStatus Status { get; private set; }

    /// <summary>How serious a senior leader finds it; <see langword="null"/> until it is assessed. The assessment sets it.</summary>
    public IncidentSeverity? Severity { get; private set; }

    /// <summary>Who is involved.</summary>
    public IReadOnlyList<InvolvedPerson> Involved => _involved;

    /// <summary>Who investigates, or did.</summary>
    public IReadOnlyList<IncidentInvestigator> Investigators => _investigators;

    /// <summary>How many people the report named: those with a number up to this. Who was named later is not for whoever reported it.</summary>
    public int PeopleReported { get; private set; }

    /// <summary>How much was changed of it. Much stands in lists; this makes each change one of the record itself, so that a stale form is told and of two at once one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether nothing more happens to it: no further entry, person or step.</summary>
    public bool IsOver => Status is IncidentStatus.Closed or IncidentStatus.OutOfScope;

    /// <summary>Reports one.</summary>
    /// <param name="number">Its number, drawn by chance from those that are free.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="account">The account, or <see langword="null"/> where none was chosen or it is unknown.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">Anybody who is signed in.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<Incident> Report(int number, IncidentAnswers answers, SocialMediaAccount? account, PeopleDirectory directory, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(directory);
        var refusals = new List<Error>();
        if (answers.IsDanger is null)
        {
            refusals.Add(IncidentErrors.DangerMissing);
        }

        var what = WhatOf(answers.What);
        if (what.IsRefused)
        {
            refusals.Add(what.Error);
        }

        if (answers.Category is not { } category || !Enum.IsDefined(category))
        {
            refusals.Add(IncidentErrors.CategoryMissing);
            category = default;
        }

        var place = PlainText.CleanLine(answers.Place);
        switch (answers.Where)
        {
            case IncidentWhere.SchoolAccount when account is null || account.Id != answers.AccountId || account.Status == AccountStatus.AwaitingCreation:
                refusals.Add(IncidentErrors.AccountMissing);
                break;
            case IncidentWhere.SchoolAccount:
                place = "";
                break;
            case IncidentWhere.Elsewhere when place.Length == 0:
                refusals.Add(IncidentErrors.PlaceMissing);
                break;
            case IncidentWhere.Elsewhere when place.Length > PlaceMaximumLength:
                refusals.Add(IncidentErrors.PlaceTooLong);
                break;
            case IncidentWhere.Elsewhere:
                break;
            default:
                refusals.Add(IncidentErrors.WhereMissing);
                break;
        }

        var link = EnquiryLink.Read(answers.Link);
        if (link.IsRefused)
        {
            refusals.Add(IncidentErrors.LinkWrong);
        }

        if (answers.Noticed is not { } noticed || !Enum.IsDefined(noticed))
        {
            refusals.Add(IncidentErrors.NoticedMissing);
            noticed = default;
        }

        // Who is involved is looked at on a report that is whole otherwise or not: a person is told everything at once.
        var incident = Begin(number, what.IsRefused ? "" : what.Value, category, by, at);
        var people = incident.TakeInvolved(answers.People, directory, by);
        if (people.IsRefused)
        {
            refusals.Add(people.Error);
        }

        if (Error.Together(refusals) is { } refused)
        {
            return refused;
        }

        var isDanger = answers.IsDanger == true;
        (incident.AccountId, incident.Place, incident.Link) = (answers.Where == IncidentWhere.SchoolAccount ? account!.Id : null, place, link.Value);
        (incident.OccurredAt, incident.Noticed, incident.IsDanger) = (answers.OccurredAt, noticed, isDanger);
        if (answers is { Source: not IncidentSource.None, SourceId: { } source })
        {
            (incident.Source, incident.SourceId) = (answers.Source, source);
        }

        incident.PeopleReported = incident._involved.Count;
        incident.Record(new IncidentReported(number, category, isDanger, IsOwnMistake: false, incident.PeopleReported, by, at));
        return incident;
    }

    /// <summary>Reports a mistake of one's own (GP-2): what happened is all that has to be said.</summary>
    /// <param name="number">Its number, drawn by chance from those that are free.</param>
    /// <param name="what">What happened.</param>
    /// <param name="account">The account on which it happened, if one was chosen.</param>
    /// <param name="place">Where else, or nothing.</param>
    /// <param name="occurredAt">When it happened, UTC; <see langword="null"/> where that was not said.</param>
    /// <param name="by">Anybody who is signed in.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<Incident> ReportOwnMistake(
        int number, string? what, SocialMediaAccount? account, string? place, DateTime? occurredAt, Actor by, DateTime at)
    {
        var said = WhatOf(what);
        if (said.IsRefused)
        {
            return said.Error;
        }

        var where = PlainText.CleanLine(place);
        if (where.Length > PlaceMaximumLength)
        {
            return IncidentErrors.PlaceTooLong;
        }

        var incident = Begin(number, said.Value, IncidentCategory.Mistake, by, at);
        (incident.AccountId, incident.Place, incident.OccurredAt, incident.IsOwnMistake) = (account?.Id, account is null ? where : "", occurredAt, true);
        incident.Record(new IncidentReported(number, IncidentCategory.Mistake, IsDanger: false, IsOwnMistake: true, People: 0, by, at));
        return incident;
    }

    /// <summary>The people whom the report named: what whoever reported it may see of them.</summary>
    public IEnumerable<InvolvedPerson> InvolvedOfReport => _involved.Where(person => person.Number <= PeopleReported);

    /// <summary>Whether this person is said to have done it: then they never see it.</summary>
    public bool IsAlleged(int personId) => _involved.Exists(person => person.Role == InvolvedRole.Alleged && person.PersonId == personId);

    /// <summary>Whether this person investigates now.</summary>
    public bool IsInvestigatedBy(int personId) => _investigators.Exists(investigator => investigator.IsCurrent && investigator.PersonId == personId);

    private static Incident Begin(int number, string what, IncidentCategory category, Actor by, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, SmallestNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LargestNumber);
        return new Incident
        {
            Id = number,
            What = what,
            Category = category,
            ReportedById = by.PersonId ?? throw new ArgumentException("An incident is reported by a person.", nameof(by)),
            ReportedAt = at,
        };
    }

    private static Result<string> WhatOf(string? typed)
    {
        var what = PlainText.Clean(typed);
        return what.Length == 0 ? IncidentErrors.WhatMissing : what.Length > WhatMaximumLength ? IncidentErrors.WhatTooLong : what;
    }

    private static Result ReasonOf(string? because, Error missing, out string why)
    {
        why = PlainText.Clean(because);
        return why.Length == 0 ? missing : why.Length > ReasonMaximumLength ? IncidentErrors.ReasonTooLong : Result.Done;
    }

    // Whatever happens to it makes a form stale that was opened before; an entry in the chronology alone does not.
    private new void Record(DomainEvent happened)
    {
        if (happened is not ChronologyEntryAdded)
        {
            Revision++;
        }

        base.Record(happened);
    }

    private Result CheckNotOver() => Status switch
    {
        IncidentStatus.Closed => IncidentErrors.Closed,
        IncidentStatus.OutOfScope => IncidentErrors.OutOfScope,
        _ => Result.Done,
    };
}
