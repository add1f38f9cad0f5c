using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>What is known of a breach, as it was typed (UK GDPR, Article 33(3)).</summary>
/// <param name="WhatHappened">What happened.</param>
/// <param name="People">Whose data it is.</param>
/// <param name="NumberOfPeople">About how many people; <see langword="null"/> while that is not known.</param>
/// <param name="Data">What kinds of data.</param>
/// <param name="NumberOfRecords">About how many records; <see langword="null"/> while that is not known.</param>
/// <param name="Consequences">What is likely to come of it.</param>
/// <param name="MeasuresTaken">What was done.</param>
/// <param name="MeasuresProposed">What is to be done.</param>
/// <param name="Processors">Which processors were involved, or "".</param>
public sealed record BreachFacts(
    string? WhatHappened,
    BreachPeople People,
    int? NumberOfPeople,
    BreachData Data,
    int? NumberOfRecords,
    string? Consequences,
    string? MeasuresTaken,
    string? MeasuresProposed,
    string? Processors);

/// <summary>
/// A personal data breach, beside the incident as which it was reported. The clock of <see cref="BreachClock"/> runs from when the school became
/// aware of it until somebody has decided about telling the Information Commissioner: told, when and under which reference, or not told and why
/// (Article 33). Whether the people concerned are told is decided beside it (Article 34). Decisions, advice and what the Commissioner was told
/// later are added in order and never changed, so that the school can show what it knew and why it decided as it did (Articles 5(2) and 33(5)).
/// </summary>
public sealed partial class PersonalDataBreach : IncidentPart
{
    /// <summary>The number of a breach within its incident, which has one at most.</summary>
    public const int OnlyNumber = 1;

    /// <summary>Longest text about what happened, and each of its like, in characters.</summary>
    public const int TextMaximumLength = 4000;

    /// <summary>Longest reason and advice, in characters.</summary>
    public const int ReasonMaximumLength = 2000;

    /// <summary>Longest reference of the Commissioner's, in characters.</summary>
    public const int CommissionerReferenceMaximumLength = 60;

    /// <summary>Longest list of processors, in characters.</summary>
    public const int ProcessorsMaximumLength = 500;

    /// <summary>Greatest number of people and of records: beyond it is a slip of the keyboard.</summary>
    public const int MostConcerned = 10_000_000;

    /// <summary>How long ago the school can have become aware, in years: beyond it is a slip of the keyboard.</summary>
    public const int MostYearsAgo = 5;

    private readonly List<BreachAwareness> _awareness = [];
    private readonly List<BreachRiskAssessment> _risks = [];
    private readonly List<BreachAdvice> _advice = [];
    private readonly List<BreachDecision> _decisions = [];
    private readonly List<BreachInformation> _information = [];

    private PersonalDataBreach()
    {
    }

    // An incident has one breach at most: the number within it is always 1, and a unique index holds that.
    private PersonalDataBreach(int incidentId)
        : base(incidentId, OnlyNumber)
    {
    }

    /// <summary>When the school became aware, as it is known now, UTC. The clock runs from here.</summary>
    public DateTime AwareAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public int RecordedById { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>What happened.</summary>
    public string WhatHappened { get; private set; } = "";

    /// <summary>Whose data it is.</summary>
    public BreachPeople People { get; private set; }

    /// <summary>About how many people; <see langword="null"/> while that is not known.</summary>
    public int? NumberOfPeople { get; private set; }

    /// <summary>What kinds of data.</summary>
    public BreachData Data { get; private set; }

    /// <summary>About how many records; <see langword="null"/> while that is not known.</summary>
    public int? NumberOfRecords { get; private set; }

    /// <summary>What is likely to come of it.</summary>
    public string Consequences { get; private set; } = "";

    /// <summary>What was done.</summary>
    public string MeasuresTaken { get; private set; } = "";

    /// <summary>What is to be done.</summary>
    public string MeasuresProposed { get; private set; } = "";

    /// <summary>Which processors were involved, or "".</summary>
    public string Processors { get; private set; } = "";

    /// <summary>The risk, as it was assessed last; <see langword="null"/> before that.</summary>
    public BreachRisk? Risk { get; private set; }

    /// <summary>When the first decision about the Commissioner stopped the clock, UTC; <see langword="null"/> while it runs.</summary>
    public DateTime? ClockStoppedAt { get; private set; }

    /// <summary>When the Commissioner was told, as it is known now, UTC; <see langword="null"/> where that was not done.</summary>
    public DateTime? CommissionerToldAt { get; private set; }

    /// <summary>How much was added to it. Additions stand in lists; this makes each a change of the record itself, so that a stale form is told and of two at once one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>When the school became aware, as it was said each time: the last one counts.</summary>
    public IReadOnlyList<BreachAwareness> Awareness => _awareness;

    /// <summary>The risk, as it was assessed each time: the last one counts.</summary>
    public IReadOnlyList<BreachRiskAssessment> Risks => _risks;

    /// <summary>The advice of the data protection officer, in order: the last one counts.</summary>
    public IReadOnlyList<BreachAdvice> Advice => _advice;

    /// <summary>The decisions of both matters, in order: the last one of each counts.</summary>
    public IReadOnlyList<BreachDecision> Decisions => _decisions;

    /// <summary>What the Commissioner was told later (Article 33(4)), in order.</summary>
    public IReadOnlyList<BreachInformation> Information => _information;

    /// <summary>The last instant at which telling the Commissioner is in time, UTC.</summary>
    public DateTime DueAt => BreachClock.DueAt(AwareAt);

    /// <summary>Whether nobody has decided about the Commissioner.</summary>
    public bool IsRunning => ClockStoppedAt is null;

    /// <summary>Whether the 72 hours have passed and nobody has decided about the Commissioner.</summary>
    /// <param name="now">Now, UTC.</param>
    public bool IsOverdue(DateTime now) => IsRunning && BreachClock.IsLate(AwareAt, now);

    /// <summary>Whether the Commissioner was told after 72 hours.</summary>
    public bool IsToldLate => CommissionerToldAt is { } told && BreachClock.IsLate(AwareAt, told);

    /// <summary>The reference that the Commissioner gave last, or "".</summary>
    public string CommissionerReference =>
        Last(_information.Where(one => one.CommissionerReference.Length > 0).Select(one => (one.WrittenAt, one.CommissionerReference))
            .Concat(_decisions.Where(one => one.CommissionerReference.Length > 0).Select(one => (one.DecidedAt, one.CommissionerReference))));

    /// <summary>Why the Commissioner was told late, or "".</summary>
    public string DelayBecause =>
        Last(_decisions.Where(one => one.DelayBecause.Length > 0).Select(one => (one.DecidedAt, one.DelayBecause))
            .Concat(_awareness.Where(one => one.DelayBecause.Length > 0).Select(one => (one.WrittenAt, one.DelayBecause))));

    /// <summary>The decision of this matter that stands, or <see langword="null"/>.</summary>
    public BreachDecision? DecisionOf(BreachMatter matter) => _decisions.FindLast(decision => decision.Matter == matter);

    /// <summary>The advice that stands, or <see langword="null"/>.</summary>
    public BreachAdvice? StandingAdvice => _advice.Count == 0 ? null : _advice[^1];

    /// <summary>Records that there is a breach. The clock runs from when the school became aware of it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="awareAt">When the school became aware, UTC; as a rule before now.</param>
    /// <param name="whatHappened">What happened, as far as it is known.</param>
    /// <param name="by">Who records it: the data protection officer, a senior leader, an investigator.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<PersonalDataBreach> Begin(Incident incident, DateTime awareAt, string? whatHappened, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(by);
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused.Error;
        }

        if (CheckAware(awareAt, at) is { IsRefused: true } wrong)
        {
            return wrong.Error;
        }

        var text = PlainText.Clean(whatHappened);
        if (text.Length == 0)
        {
            return BreachErrors.WhatHappenedMissing;
        }

        if (text.Length > TextMaximumLength)
        {
            return BreachErrors.TooLong("WhatHappened", "answer", TextMaximumLength);
        }

        var breach = new PersonalDataBreach(incident.Id)
        {
            AwareAt = awareAt,
            RecordedById = by.PersonId ?? 0,
            RecordedAt = at,
            WhatHappened = text,
        };
        breach._awareness.Add(new BreachAwareness(awareAt, "", "", by, at));
        breach.Record(new BreachRecorded(incident.Id, awareAt, text, by, at));
        return breach;
    }

    /// <summary>Whether this person works on breaches: the data protection officer, senior leaders and the incident's investigators. Nobody who is alleged in it.</summary>
    public static Result CheckMayWork(Incident incident, Actor by)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(by);
        if (IncidentWork.Check(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        return by.Holds(Roles.DataProtectionOfficer) || by.Holds(Roles.SeniorLeader) || (by.PersonId is { } id && incident.IsInvestigatedBy(id))
            ? Result.Done
            : BreachErrors.OnlyThoseWhoWork;
    }

    /// <summary>Whether this person decides: the data protection officer or a senior leader.</summary>
    public static Result CheckMayDecide(Incident incident, Actor by)
    {
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        return by.Holds(Roles.DataProtectionOfficer) || by.Holds(Roles.SeniorLeader) ? Result.Done : BreachErrors.OnlyDeciders;
    }

    /// <summary>Whether this person gives the data protection officer's advice.</summary>
    public static Result CheckMayAdvise(Incident incident, Actor by)
    {
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        return by.Holds(Roles.DataProtectionOfficer) ? Result.Done : BreachErrors.OnlyDataProtectionOfficer;
    }

    /// <summary>
    /// Corrects when the school became aware. What was said before stays on record. Where the Commissioner was told, and with this time that was
    /// after 72 hours, the reasons of the delay are asked for here.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="awareAt">When it became aware, UTC.</param>
    /// <param name="because">Why it is corrected.</param>
    /// <param name="delayBecause">Why the Commissioner was told late, where this makes it so.</param>
    /// <param name="by">Who corrects it.</param>
    /// <param name="at">Now, UTC.</param>
    public Result CorrectAwareness(Incident incident, DateTime awareAt, string? because, string? delayBecause, Actor by, DateTime at)
    {
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (CheckAware(awareAt, at) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        if (awareAt == AwareAt)
        {
            return BreachErrors.AwareUnchanged;
        }

        if (CommissionerToldAt is { } told && told < awareAt)
        {
            return BreachErrors.AwareAfterTelling;
        }

        var (reason, delay) = (PlainText.Clean(because), PlainText.Clean(delayBecause));
        if (CheckReason(reason, "Because", BreachErrors.CorrectionBecauseMissing) is { IsRefused: true } missing)
        {
            return missing;
        }

        var isLate = CommissionerToldAt is { } when && BreachClock.IsLate(awareAt, when);
        if (isLate && DelayBecause.Length == 0 && CheckReason(delay, "DelayBecause", BreachErrors.DelayBecauseMissing) is { IsRefused: true } late)
        {
            return late;
        }

        var before = AwareAt;
        AwareAt = awareAt;
        Revision++;
        _awareness.Add(new BreachAwareness(awareAt, reason, isLate ? delay : "", by, at));
        Record(new BreachAwarenessCorrected(IncidentId, before, awareAt, reason, by, at));
        return Result.Done;
    }

    /// <summary>Sets down what is known now.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="facts">What was typed.</param>
    /// <param name="by">Who sets it down.</param>
    /// <param name="at">When, UTC.</param>
    public Result Describe(Incident incident, BreachFacts facts, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        var clean = facts with
        {
            WhatHappened = PlainText.Clean(facts.WhatHappened),
            Consequences = PlainText.Clean(facts.Consequences),
            MeasuresTaken = PlainText.Clean(facts.MeasuresTaken),
            MeasuresProposed = PlainText.Clean(facts.MeasuresProposed),
            Processors = PlainText.Clean(facts.Processors),
            People = facts.People & BreachKindsText.EachPeople.Aggregate((all, kind) => all | kind),
            Data = facts.Data & BreachKindsText.EachData.Aggregate((all, kind) => all | kind),
        };
        if (CheckFacts(clean) is { IsRefused: true } wrong)
        {
            return wrong;
        }

        var changes = new ChangeList()
            .Text("What happened", WhatHappened, clean.WhatHappened)
            .Value("People concerned", People.InWordsList(), clean.People.InWordsList())
            .Value("Number of people", InDigits(NumberOfPeople), InDigits(clean.NumberOfPeople))
            .Value("Kinds of data", Data.InWordsList(), clean.Data.InWordsList())
            .Value("Number of records", InDigits(NumberOfRecords), InDigits(clean.NumberOfRecords))
            .Text("Likely consequences", Consequences, clean.Consequences)
            .Text("Measures taken", MeasuresTaken, clean.MeasuresTaken)
            .Text("Measures proposed", MeasuresProposed, clean.MeasuresProposed)
            .Text("Processors", Processors, clean.Processors);
        if (!changes.Any)
        {
            return Result.Done;
        }

        (WhatHappened, People, NumberOfPeople, Data, NumberOfRecords) = (clean.WhatHappened!, clean.People, clean.NumberOfPeople, clean.Data, clean.NumberOfRecords);
        (Consequences, MeasuresTaken, MeasuresProposed, Processors) = (clean.Consequences!, clean.MeasuresTaken!, clean.MeasuresProposed!, clean.Processors!);
        Record(new BreachDescribed(IncidentId, changes.Changes, by, at));
        return Result.Done;
    }

    private static Result CheckAware(DateTime awareAt, DateTime at)
    {
        if (TypedMoment.LiesAhead(awareAt, at))
        {
            return BreachErrors.AwareAhead;
        }

        return awareAt < at.AddYears(-MostYearsAgo) ? BreachErrors.AwareTooEarly : Result.Done;
    }

    private static Result CheckFacts(BreachFacts facts)
    {
        if (facts.WhatHappened!.Length == 0)
        {
            return BreachErrors.WhatHappenedMissing;
        }

        if (facts.NumberOfPeople is < 0 or > MostConcerned)
        {
            return BreachErrors.NumberWrong("NumberOfPeople");
        }

        if (facts.NumberOfRecords is < 0 or > MostConcerned)
        {
            return BreachErrors.NumberWrong("NumberOfRecords");
        }

        (string Field, string Text, int Most)[] texts =
        [
            ("WhatHappened", facts.WhatHappened, TextMaximumLength),
            ("Consequences", facts.Consequences!, TextMaximumLength),
            ("MeasuresTaken", facts.MeasuresTaken!, TextMaximumLength),
            ("MeasuresProposed", facts.MeasuresProposed!, TextMaximumLength),
            ("Processors", facts.Processors!, ProcessorsMaximumLength),
        ];
        foreach (var (field, text, most) in texts)
        {
            if (text.Length > most)
            {
                return BreachErrors.TooLong(field, "answer", most);
            }
        }

        return Result.Done;
    }

    private static Result CheckReason(string reason, string field, Error missing) => reason.Length switch
    {
        0 => missing,
        > ReasonMaximumLength => BreachErrors.TooLong(field, "answer", ReasonMaximumLength),
        _ => Result.Done,
    };

    private static string? InDigits(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Last(IEnumerable<(DateTime At, string Text)> texts) => texts.OrderBy(one => one.At).LastOrDefault().Text ?? "";
}
