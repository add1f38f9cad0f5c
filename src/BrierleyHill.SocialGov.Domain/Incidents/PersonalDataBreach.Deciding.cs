using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>A decision about telling the Commissioner, as it was typed.</summary>
/// <param name="IsTold">Whether the Commissioner was told; <see langword="null"/> where that was not said.</param>
/// <param name="Because">Why, either way.</param>
/// <param name="ToldAt">When, UTC, where it was.</param>
/// <param name="CommissionerReference">The reference that the Commissioner gave.</param>
/// <param name="HasNoReferenceYet">Whether none was given yet.</param>
/// <param name="DelayBecause">Why it was after 72 hours, where it was.</param>
/// <param name="OverrulesBecause">Why the data protection officer's advice is not followed, where it is not.</param>
/// <param name="ReconsidersBecause">Why an earlier decision is taken anew, where there is one.</param>
public sealed record CommissionerDecisionAnswers(
    bool? IsTold, string? Because, DateTime? ToldAt, string? CommissionerReference, bool HasNoReferenceYet, string? DelayBecause, string? OverrulesBecause, string? ReconsidersBecause);

/// <summary>A decision about telling the people concerned, as it was typed.</summary>
/// <param name="AreTold">Whether they were told; <see langword="null"/> where that was not said.</param>
/// <param name="Because">Why, either way.</param>
/// <param name="ToldAt">When, UTC, where they were.</param>
/// <param name="How">How, and what they were told, where they were.</param>
/// <param name="Ground">Why they need not be told although the risk is high, where it is.</param>
/// <param name="OverrulesBecause">Why the data protection officer's advice is not followed, where it is not.</param>
/// <param name="ReconsidersBecause">Why an earlier decision is taken anew, where there is one.</param>
public sealed record PeopleDecisionAnswers(
    bool? AreTold, string? Because, DateTime? ToldAt, string? How, NotTellingGround? Ground, string? OverrulesBecause, string? ReconsidersBecause);

/// <content>The risk, the advice, the two decisions, and what the Commissioner was told later.</content>
public sealed partial class PersonalDataBreach
{
    /// <summary>Assesses the risk to people, with the reasons. An earlier assessment stays on record.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="risk">The risk.</param>
    /// <param name="because">Why it is judged so.</param>
    /// <param name="by">Who assesses it.</param>
    /// <param name="at">When, UTC.</param>
    public Result AssessRisk(Incident incident, BreachRisk? risk, string? because, Actor by, DateTime at)
    {
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (risk is not { } level || !Enum.IsDefined(level))
        {
            return BreachErrors.RiskMissing;
        }

        var reason = PlainText.Clean(because);
        if (CheckReason(reason, "Because", BreachErrors.RiskBecauseMissing) is { IsRefused: true } missing)
        {
            return missing;
        }

        var before = Risk;
        Risk = level;
        Revision++;
        _risks.Add(new BreachRiskAssessment(level, reason, by, at));
        Record(new BreachRiskAssessed(IncidentId, before, level, reason, by, at));
        return Result.Done;
    }

    /// <summary>The data protection officer advises on both matters.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="tellCommissioner">Whether to tell the Commissioner.</param>
    /// <param name="tellPeople">Whether to tell the people concerned.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">The data protection officer.</param>
    /// <param name="at">When, UTC.</param>
    public Result Advise(Incident incident, bool? tellCommissioner, bool? tellPeople, string? because, Actor by, DateTime at)
    {
        if (CheckMayAdvise(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (tellCommissioner is not { } commissioner)
        {
            return BreachErrors.AdviceCommissionerMissing;
        }

        if (tellPeople is not { } people)
        {
            return BreachErrors.AdvicePeopleMissing;
        }

        var reason = PlainText.Clean(because);
        if (CheckReason(reason, "Because", BreachErrors.AdviceBecauseMissing) is { IsRefused: true } missing)
        {
            return missing;
        }

        Revision++;
        _advice.Add(new BreachAdvice(commissioner, people, reason, by, at));
        Record(new BreachAdvised(IncidentId, commissioner, people, reason, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Decides about the Commissioner, with the reasons either way. The first decision stops the clock; a later one reconsiders it, with reasons,
    /// and both stay on record. Not telling rests on the risk being unlikely, as the law has it (Article 33(1)).
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">The data protection officer or a senior leader.</param>
    /// <param name="at">Now, UTC.</param>
    public Result DecideAboutCommissioner(Incident incident, CommissionerDecisionAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMayDecide(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (answers.IsTold is not { } isTold)
        {
            return BreachErrors.ToldMissing;
        }

        var (reference, delay) = (PlainText.CleanLine(answers.CommissionerReference), PlainText.Clean(answers.DelayBecause));
        var standing = isTold ? CheckTelling(answers.ToldAt, reference, answers.HasNoReferenceYet, delay, at) : CheckNotTelling();
        if (standing.IsRefused)
        {
            return standing;
        }

        var reasons = ReadReasons(BreachMatter.Commissioner, isTold, answers.Because, answers.OverrulesBecause, answers.ReconsidersBecause, by);
        if (reasons.IsRefused)
        {
            return reasons.Error;
        }

        var isLate = isTold && BreachClock.IsLate(AwareAt, answers.ToldAt!.Value);
        var decision = new BreachDecision(BreachMatter.Commissioner, isTold, reasons.Value, by, at)
        {
            ToldAt = isTold ? answers.ToldAt : null,
            CommissionerReference = isTold ? reference : "",
            DelayBecause = isLate ? delay : "",
        };
        Revision++;
        _decisions.Add(decision);
        ClockStoppedAt ??= at;
        CommissionerToldAt = decision.ToldAt;
        Record(new BreachCommissionerDecided(IncidentId, decision, isLate, by, at));
        return Result.Done;
    }

    /// <summary>
    /// Decides about the people concerned, with the reasons either way. Where the risk is high they are told, unless one of the grounds of Article
    /// 34(3) holds.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">The data protection officer or a senior leader.</param>
    /// <param name="at">Now, UTC.</param>
    public Result DecideAboutPeople(Incident incident, PeopleDecisionAnswers answers, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (CheckMayDecide(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (answers.AreTold is not { } areTold)
        {
            return BreachErrors.PeopleToldMissing;
        }

        var how = PlainText.Clean(answers.How);
        var standing = areTold ? CheckTellingPeople(answers.ToldAt, how, at) : CheckNotTellingPeople(answers.Ground);
        if (standing.IsRefused)
        {
            return standing;
        }

        var reasons = ReadReasons(BreachMatter.People, areTold, answers.Because, answers.OverrulesBecause, answers.ReconsidersBecause, by);
        if (reasons.IsRefused)
        {
            return reasons.Error;
        }

        var decision = new BreachDecision(BreachMatter.People, areTold, reasons.Value, by, at)
        {
            ToldAt = areTold ? answers.ToldAt : null,
            How = areTold ? how : "",
            Ground = areTold || Risk != BreachRisk.High ? null : answers.Ground,
        };
        Revision++;
        _decisions.Add(decision);
        Record(new BreachPeopleDecided(IncidentId, decision, by, at));
        return Result.Done;
    }

    /// <summary>Adds what the Commissioner was told later (Article 33(4)), or the reference that was given later.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="toldAt">When, UTC.</param>
    /// <param name="text">What.</param>
    /// <param name="commissionerReference">The reference, where one was given.</param>
    /// <param name="by">Who told it.</param>
    /// <param name="at">Now, UTC.</param>
    public Result AddInformation(Incident incident, DateTime toldAt, string? text, string? commissionerReference, Actor by, DateTime at)
    {
        if (CheckMayWork(incident, by) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (CommissionerToldAt is not { } first)
        {
            return BreachErrors.NotToldYet;
        }

        if (toldAt < first || TypedMoment.LiesAhead(toldAt, at))
        {
            return BreachErrors.InformationTimeWrong;
        }

        var (told, reference) = (PlainText.Clean(text), PlainText.CleanLine(commissionerReference));
        if (told.Length == 0)
        {
            return BreachErrors.InformationMissing;
        }

        if (told.Length > ReasonMaximumLength)
        {
            return BreachErrors.TooLong("Text", "answer", ReasonMaximumLength);
        }

        if (reference.Length > CommissionerReferenceMaximumLength)
        {
            return BreachErrors.TooLong("CommissionerReference", "reference", CommissionerReferenceMaximumLength);
        }

        Revision++;
        _information.Add(new BreachInformation(toldAt, told, reference, by, at));
        Record(new BreachInformationAdded(IncidentId, toldAt, told, reference, by, at));
        return Result.Done;
    }

    /// <summary>Whether a decision of this person would go against the advice that stands: then it asks for a reason. The data protection officer who changes their own mind overrules nobody.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="tell">What would be decided.</param>
    /// <param name="by">Who would decide.</param>
    public bool WouldOverrule(BreachMatter matter, bool tell, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return StandingAdvice is { } advice && advice.Of(matter) != tell && !by.Is(advice.ById);
    }

    private Result CheckTelling(DateTime? toldAt, string reference, bool hasNoReferenceYet, string delay, DateTime at)
    {
        if (toldAt is not { } told)
        {
            return BreachErrors.ToldAtMissing;
        }

        if (TypedMoment.LiesAhead(told, at))
        {
            return BreachErrors.ToldAhead;
        }

        if (told < AwareAt)
        {
            return BreachErrors.ToldBeforeAware;
        }

        if (reference.Length == 0 && !hasNoReferenceYet)
        {
            return BreachErrors.CommissionerReferenceMissing;
        }

        if (reference.Length > CommissionerReferenceMaximumLength)
        {
            return BreachErrors.TooLong("CommissionerReference", "reference", CommissionerReferenceMaximumLength);
        }

        return BreachClock.IsLate(AwareAt, told) ? CheckReason(delay, "DelayBecause", BreachErrors.DelayBecauseMissing) : Result.Done;
    }

    private Result CheckNotTelling() => Risk switch
    {
        null => BreachErrors.RiskFirst,
        BreachRisk.Unlikely => Result.Done,
        _ => BreachErrors.RiskAsksForTelling,
    };

    private Result CheckTellingPeople(DateTime? toldAt, string how, DateTime at)
    {
        if (toldAt is not { } told)
        {
            return BreachErrors.ToldAtMissing;
        }

        if (TypedMoment.LiesAhead(told, at))
        {
            return BreachErrors.ToldAhead;
        }

        if (told < AwareAt)
        {
            return BreachErrors.ToldBeforeAware;
        }

        return CheckReason(how, "How", BreachErrors.HowMissing);
    }

    private Result CheckNotTellingPeople(NotTellingGround? ground) => (Risk, ground) switch
    {
        (null, _) => BreachErrors.RiskFirst,
        (BreachRisk.High, null) => BreachErrors.GroundMissing,
        (BreachRisk.High, { } given) when !Enum.IsDefined(given) => BreachErrors.GroundMissing,
        _ => Result.Done,
    };

    private Result<DecisionReasons> ReadReasons(BreachMatter matter, bool tell, string? because, string? overrulesBecause, string? reconsidersBecause, Actor by)
    {
        var (reason, overrules, reconsiders) = (PlainText.Clean(because), PlainText.Clean(overrulesBecause), PlainText.Clean(reconsidersBecause));
        if (CheckReason(reason, "Because", BreachErrors.DecisionBecauseMissing) is { IsRefused: true } missing)
        {
            return missing.Error;
        }

        var isOverruling = WouldOverrule(matter, tell, by);
        if (isOverruling && CheckReason(overrules, "OverrulesBecause", BreachErrors.OverrulesBecauseMissing) is { IsRefused: true } overruled)
        {
            return overruled.Error;
        }

        var isReconsidering = DecisionOf(matter) is not null;
        if (isReconsidering && CheckReason(reconsiders, "ReconsidersBecause", BreachErrors.ReconsidersBecauseMissing) is { IsRefused: true } again)
        {
            return again.Error;
        }

        return new DecisionReasons(reason, isOverruling ? overrules : "", isReconsidering ? reconsiders : "");
    }
}

/// <summary>The reasons of a decision.</summary>
/// <param name="Because">Why it was decided so.</param>
/// <param name="OverrulesBecause">Why the advice was not followed, or "".</param>
/// <param name="ReconsidersBecause">Why it was taken anew, or "".</param>
internal sealed record DecisionReasons(string Because, string OverrulesBecause, string ReconsidersBecause);

/// <summary>When the school became aware, as somebody said it. It is never changed.</summary>
public sealed class BreachAwareness
{
    private BreachAwareness()
    {
    }

    internal BreachAwareness(DateTime awareAt, string because, string delayBecause, Actor by, DateTime at) =>
        (AwareAt, Because, DelayBecause, ById, WrittenAt) = (awareAt, because, delayBecause, by.PersonId ?? 0, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>When the school became aware, UTC.</summary>
    public DateTime AwareAt { get; private set; }

    /// <summary>Why the time before was corrected; "" for the first.</summary>
    public string Because { get; private set; } = "";

    /// <summary>Why the Commissioner was told late, where this made it so, or "".</summary>
    public string DelayBecause { get; private set; } = "";

    /// <summary>Who said it.</summary>
    public int ById { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime WrittenAt { get; private set; }
}

/// <summary>How the risk was judged. It is never changed.</summary>
public sealed class BreachRiskAssessment
{
    private BreachRiskAssessment()
    {
    }

    internal BreachRiskAssessment(BreachRisk risk, string because, Actor by, DateTime at) =>
        (Risk, Because, ById, AssessedAt) = (risk, because, by.PersonId ?? 0, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>The risk.</summary>
    public BreachRisk Risk { get; private set; }

    /// <summary>Why.</summary>
    public string Because { get; private set; } = "";

    /// <summary>Who judged it so.</summary>
    public int ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AssessedAt { get; private set; }
}

/// <summary>What the data protection officer advised. It is never changed.</summary>
public sealed class BreachAdvice
{
    private BreachAdvice()
    {
    }

    internal BreachAdvice(bool tellCommissioner, bool tellPeople, string because, Actor by, DateTime at) =>
        (TellCommissioner, TellPeople, Because, ById, AdvisedAt) = (tellCommissioner, tellPeople, because, by.PersonId ?? 0, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>Whether to tell the Commissioner.</summary>
    public bool TellCommissioner { get; private set; }

    /// <summary>Whether to tell the people concerned.</summary>
    public bool TellPeople { get; private set; }

    /// <summary>Why.</summary>
    public string Because { get; private set; } = "";

    /// <summary>Who advised.</summary>
    public int ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AdvisedAt { get; private set; }

    /// <summary>What it says of a matter.</summary>
    public bool Of(BreachMatter matter) => matter switch
    {
        BreachMatter.Commissioner => TellCommissioner,
        BreachMatter.People => TellPeople,
    };
}

/// <summary>A decision about one of the two matters. It is never changed: a later one takes its place.</summary>
public sealed class BreachDecision
{
    private BreachDecision()
    {
    }

    internal BreachDecision(BreachMatter matter, bool isTold, DecisionReasons reasons, Actor by, DateTime at)
    {
        (Matter, IsTold, DecidedById, DecidedAt) = (matter, isTold, by.PersonId ?? 0, at);
        (Because, OverrulesBecause, ReconsidersBecause) = (reasons.Because, reasons.OverrulesBecause, reasons.ReconsidersBecause);
    }

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>Of which matter.</summary>
    public BreachMatter Matter { get; private set; }

    /// <summary>Whether they were told.</summary>
    public bool IsTold { get; private set; }

    /// <summary>Why, either way.</summary>
    public string Because { get; private set; } = "";

    /// <summary>When they were told, UTC; <see langword="null"/> where they were not.</summary>
    public DateTime? ToldAt { get; internal init; }

    /// <summary>The reference that the Commissioner gave, or "".</summary>
    public string CommissionerReference { get; internal init; } = "";

    /// <summary>Why the Commissioner was told after 72 hours, or "".</summary>
    public string DelayBecause { get; internal init; } = "";

    /// <summary>How the people concerned were told, or "".</summary>
    public string How { get; internal init; } = "";

    /// <summary>Why the people concerned need not be told although the risk is high.</summary>
    public NotTellingGround? Ground { get; internal init; }

    /// <summary>Why the data protection officer's advice was not followed, or "".</summary>
    public string OverrulesBecause { get; private set; } = "";

    /// <summary>Why an earlier decision was taken anew, or "".</summary>
    public string ReconsidersBecause { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public int DecidedById { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime DecidedAt { get; private set; }
}

/// <summary>What the Commissioner was told later. It is never changed.</summary>
public sealed class BreachInformation
{
    private BreachInformation()
    {
    }

    internal BreachInformation(DateTime toldAt, string text, string commissionerReference, Actor by, DateTime at) =>
        (ToldAt, Text, CommissionerReference, ById, WrittenAt) = (toldAt, text, commissionerReference, by.PersonId ?? 0, at);

    /// <summary>The row's number.</summary>
    public int Id { get; private set; }

    /// <summary>When the Commissioner was told, UTC.</summary>
    public DateTime ToldAt { get; private set; }

    /// <summary>What.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The reference that was given then, or "".</summary>
    public string CommissionerReference { get; private set; } = "";

    /// <summary>Who told it.</summary>
    public int ById { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime WrittenAt { get; private set; }
}
