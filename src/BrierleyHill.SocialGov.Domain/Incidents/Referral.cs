using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>An agency to which incidents are referred. The list is the school's own (setting <c>Incidents:Agencies</c>).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Contact">How it is reached, or "".</param>
/// <param name="GivesReference">Whether it gives a reference that the school has to ask for: the police do.</param>
public sealed record ReferralAgency(string Name, string Contact, bool GivesReference)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaximumLength = 100;

    /// <summary>Longest contact, in characters.</summary>
    public const int ContactMaximumLength = 200;

    /// <summary>What a school in England uses where it sets no list of its own.</summary>
    public static IReadOnlyList<ReferralAgency> Usual { get; } =
    [
        new("Police", "999 in an emergency, otherwise 101", true),
        new("Local authority designated officer", "", false),
        new("Children’s social care", "", false),
        new("Safeguarding partnership", "", false),
        new("The platform", "", false),
        new("Professionals Online Safety Helpline", "0344 381 4772", false),
        new("Information Commissioner’s Office", "0303 123 1113", true),
    ];
}

/// <summary>Where a referral stands: Waiting ⇄ Answered | GivenUp. A further contact says anew whether something is still to come. The names are stored and are never changed.</summary>
public enum ReferralStatus
{
    /// <summary>The agency is to answer, or the school is to be in touch again. There is always a time for the next contact.</summary>
    [Display(Name = "Waiting")]
    Waiting,

    /// <summary>The agency has answered, and nothing more is to come.</summary>
    [Display(Name = "Answered")]
    Answered,

    /// <summary>The school waits no longer, for a reason.</summary>
    [Display(Name = "Given up")]
    GivenUp,
}

/// <summary>How people were in touch. The names are stored and are never changed.</summary>
public enum ContactMeans
{
    /// <summary>By telephone.</summary>
    [Display(Name = "By telephone")]
    Telephone,

    /// <summary>By e-mail or letter.</summary>
    [Display(Name = "By e-mail or letter")]
    Writing,

    /// <summary>By a form of the agency's.</summary>
    [Display(Name = "By their online form")]
    OnlineForm,

    /// <summary>In person.</summary>
    [Display(Name = "In person")]
    InPerson,
}

/// <summary>What somebody says of one contact with an agency, as it was typed.</summary>
/// <param name="HappenedAt">When it was, UTC.</param>
/// <param name="Means">How.</param>
/// <param name="With">With whom.</param>
/// <param name="AgencyReference">The reference that the agency gave.</param>
/// <param name="HasNoReferenceYet">Whether the agency has given none yet.</param>
/// <param name="Advice">What was said and advised.</param>
/// <param name="IsAnswered">Whether this is the answer, and nothing more is to come; <see langword="null"/> where that was not said.</param>
/// <param name="NextContactAt">When the next contact is to be, UTC, where something is still to come.</param>
public sealed record ReferralContactAnswers(
    DateTime HappenedAt, ContactMeans? Means, string? With, string? AgencyReference, bool HasNoReferenceYet, string? Advice, bool? IsAnswered, DateTime? NextContactAt);

/// <summary>
/// That an outside agency was told of an incident (clauses SLT-4, BEH-5). Its contacts are added in order and none is ever changed. While it
/// waits there is a time for the next contact, which is chased. An incident is closed only when each of its referrals is settled.
/// </summary>
public sealed class Referral : IncidentPart
{
    /// <summary>Longest name of whom somebody spoke to, in characters.</summary>
    public const int WithMaximumLength = 200;

    /// <summary>Longest reference of an agency, in characters.</summary>
    public const int ReferenceMaximumLength = 60;

    /// <summary>Longest advice, in characters.</summary>
    public const int AdviceMaximumLength = 2000;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>How far ahead a next contact may lie, in days: beyond it is a slip of the keyboard.</summary>
    public const int MostDaysAhead = 366;

    private readonly List<ReferralContact> _contacts = [];

    private Referral()
    {
    }

    private Referral(int incidentId, int number)
        : base(incidentId, number)
    {
    }

    /// <summary>The agency, as it was called then.</summary>
    public string Agency { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ReferralStatus Status { get; private set; }

    /// <summary>The reference that the agency gave last, or "".</summary>
    public string AgencyReference { get; private set; } = "";

    /// <summary>When the next contact is to be, UTC; <see langword="null"/> when it is settled.</summary>
    public DateTime? NextContactAt { get; private set; }

    /// <summary>Who made it.</summary>
    public int MadeById { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Why the school waits no longer, or "".</summary>
    public string GivenUpBecause { get; private set; } = "";

    /// <summary>When it was settled, UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who settled it.</summary>
    public int? SettledById { get; private set; }

    /// <summary>How much was added to it. Additions stand in lists; this makes each a change of the record itself, so that a stale form is told and of two at once one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>Each contact, in the order in which they were written down.</summary>
    public IReadOnlyList<ReferralContact> Contacts => _contacts;

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsSettled => Status != ReferralStatus.Waiting;

    /// <summary>Writes down that an agency was told.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="number">Which referral of the incident it is.</param>
    /// <param name="agency">The agency of the school's list, or <see langword="null"/> for another.</param>
    /// <param name="otherAgency">What another is called.</param>
    /// <param name="first">The first contact.</param>
    /// <param name="by">Who was in touch.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<Referral> Make(
        Incident incident, int number, ReferralAgency? agency, string? otherAgency, ReferralContactAnswers first, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(by);
        if (CheckMayRefer(incident, by) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        var name = agency?.Name ?? PlainText.CleanLine(otherAgency);
        if (name.Length == 0)
        {
            return ReferralErrors.AgencyMissing;
        }

        if (name.Length > ReferralAgency.NameMaximumLength)
        {
            return ReferralErrors.TooLong("OtherAgency", "name of the agency", ReferralAgency.NameMaximumLength);
        }

        var contact = ReferralContact.Read(1, first, agency is { GivesReference: true }, by, at);
        if (contact.IsRefused)
        {
            return contact.Error;
        }

        var referral = new Referral(incident.Id, number) { Agency = name, MadeById = by.PersonId ?? 0, MadeAt = at };
        referral.Record(new ReferralMade(incident.Id, number, name, contact.Value.HappenedAt, contact.Value.Advice, contact.Value.NextContactAt, by, at));
        referral.Add(contact.Value, by, at);
        return referral;
    }

    /// <summary>Whether this person may make referrals of this incident.</summary>
    public static Result CheckMayRefer(Incident incident, Actor by)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(by);
        return IncidentWork.Check(incident, by);
    }

    /// <summary>Writes down a further contact, which says anew whether something is still to come. Agencies write again when nobody expects it, so one that is settled takes it too.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">Who was in touch.</param>
    /// <param name="at">Now, UTC.</param>
    public Result AddContact(Incident incident, ReferralContactAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMayRefer(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        var contact = ReferralContact.Read(_contacts.Count + 1, answers, givesReference: false, by, at);
        if (contact.IsRefused)
        {
            return contact.Error;
        }

        Record(new ReferralContacted(IncidentId, Number, Agency, contact.Value.HappenedAt, contact.Value.Advice, contact.Value.NextContactAt, by, at));
        Add(contact.Value, by, at);
        return Result.Done;
    }

    /// <summary>The school waits no longer.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When, UTC.</param>
    public Result GiveUp(Incident incident, string? because, Actor by, DateTime at)
    {
        if (CheckMayRefer(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (IsSettled)
        {
            return ReferralErrors.Settled;
        }

        var reason = PlainText.Clean(because);
        if (reason.Length == 0)
        {
            return ReferralErrors.GivenUpBecauseMissing;
        }

        if (reason.Length > ReasonMaximumLength)
        {
            return ReferralErrors.TooLong("Because", "reason", ReasonMaximumLength);
        }

        (Status, GivenUpBecause, NextContactAt, SettledAt, SettledById) = (ReferralStatus.GivenUp, reason, null, at, by.PersonId);
        Record(new ReferralGivenUp(IncidentId, Number, Agency, reason, by, at));
        return Result.Done;
    }

    private void Add(ReferralContact contact, Actor by, DateTime at)
    {
        _contacts.Add(contact);
        Revision++;
        AgencyReference = contact.AgencyReference.Length > 0 ? contact.AgencyReference : AgencyReference;
        NextContactAt = contact.NextContactAt;
        GivenUpBecause = "";
        if (NextContactAt is null)
        {
            (Status, SettledAt, SettledById) = (ReferralStatus.Answered, at, by.PersonId);
            Record(new ReferralAnswered(IncidentId, Number, Agency, by, at));
        }
        else
        {
            (Status, SettledAt, SettledById) = (ReferralStatus.Waiting, null, null);
        }
    }
}

/// <summary>One contact with an agency. It is never changed.</summary>
public sealed class ReferralContact
{
    private ReferralContact()
    {
    }

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>Which contact of its referral it is; the first is 1.</summary>
    public int Number { get; private set; }

    /// <summary>When it was, UTC.</summary>
    public DateTime HappenedAt { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public int ById { get; private set; }

    /// <summary>How.</summary>
    public ContactMeans Means { get; private set; }

    /// <summary>With whom.</summary>
    public string With { get; private set; } = "";

    /// <summary>The reference that the agency gave then, or "".</summary>
    public string AgencyReference { get; private set; } = "";

    /// <summary>What was said and advised.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>When the next contact was to be, UTC; <see langword="null"/> where this was the answer.</summary>
    public DateTime? NextContactAt { get; private set; }

    internal static Result<ReferralContact> Read(int number, ReferralContactAnswers answers, bool givesReference, Actor by, DateTime at)
    {
        var (with, reference, advice) = (PlainText.CleanLine(answers.With), PlainText.CleanLine(answers.AgencyReference), PlainText.Clean(answers.Advice));
        if (TypedMoment.LiesAhead(answers.HappenedAt, at))
        {
            return ReferralErrors.HappenedAhead;
        }

        if (answers.Means is not { } means || !Enum.IsDefined(means))
        {
            return ReferralErrors.MeansMissing;
        }

        if (with.Length == 0)
        {
            return ReferralErrors.WithMissing;
        }

        if (advice.Length == 0)
        {
            return ReferralErrors.AdviceMissing;
        }

        if (CheckLengths(with, reference, advice) is { IsRefused: true } tooLong)
        {
            return tooLong.Error;
        }

        if (givesReference && reference.Length == 0 && !answers.HasNoReferenceYet)
        {
            return ReferralErrors.ReferenceMissing;
        }

        if (answers.IsAnswered is not { } isAnswered)
        {
            return ReferralErrors.StandingMissing;
        }

        if (CheckNext(answers, isAnswered, at) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        return new ReferralContact
        {
            Number = number,
            HappenedAt = answers.HappenedAt,
            WrittenAt = at,
            ById = by.PersonId ?? 0,
            Means = means,
            With = with,
            AgencyReference = reference,
            Advice = advice,
            NextContactAt = isAnswered ? null : answers.NextContactAt,
        };
    }

    private static Result CheckNext(ReferralContactAnswers answers, bool isAnswered, DateTime at) => (isAnswered, answers.NextContactAt) switch
    {
        (true, _) => Result.Done,
        (false, null) => ReferralErrors.NextContactMissing,
        (false, { } next) when next <= at => ReferralErrors.NextContactPast,
        (false, { } next) when next > at.AddDays(Referral.MostDaysAhead) => ReferralErrors.NextContactTooFar,
        _ => Result.Done,
    };

    private static Result CheckLengths(string with, string reference, string advice) => (with.Length, reference.Length, advice.Length) switch
    {
        ( > Referral.WithMaximumLength, _, _) => ReferralErrors.TooLong("With", "name", Referral.WithMaximumLength),
        (_, > Referral.ReferenceMaximumLength, _) => ReferralErrors.TooLong("AgencyReference", "reference", Referral.ReferenceMaximumLength),
        (_, _, > Referral.AdviceMaximumLength) => ReferralErrors.TooLong("Advice", "advice", Referral.AdviceMaximumLength),
        _ => Result.Done,
    };
}

/// <summary>When the alerts about the next contact with an agency are raised.</summary>
/// <param name="RemindHoursBefore">How many hours before it whoever made the referral is reminded.</param>
/// <param name="EscalateHoursAfter">How many hours after it leaders are told.</param>
public sealed record ReferralAlertSettings(int RemindHoursBefore, int EscalateHoursAfter)
{
    /// <summary>An hour before, a day after.</summary>
    public static ReferralAlertSettings Usual { get; } = new(1, 24);

    /// <summary>When the alerts about a next contact are raised.</summary>
    /// <param name="nextContactAt">When it is to be, UTC.</param>
    public AlertTimes TimesOf(DateTime nextContactAt) =>
        new(nextContactAt.AddHours(-RemindHoursBefore), nextContactAt, nextContactAt.AddHours(EscalateHoursAfter));
}
