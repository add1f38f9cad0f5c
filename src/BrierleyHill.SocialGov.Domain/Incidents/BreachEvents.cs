using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>A personal data breach was recorded, and its clock runs.</summary>
[Description("Recorded a personal data breach")]
public sealed record BreachRecorded(int IncidentId, DateTime AwareAt, string WhatHappened, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology => $"Personal data breach recorded. The school became aware on {LondonTime.Display(AwareAt)}; the 72 hours end on {LondonTime.Display(BreachClock.DueAt(AwareAt))}.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        new ChangeList().Value("Aware", null, LondonTime.Display(AwareAt)).Text("What happened", null, WhatHappened).Changes;
}

/// <summary>The school became aware at another time than was said.</summary>
[Description("Corrected when the school became aware of a personal data breach")]
public sealed record BreachAwarenessCorrected(int IncidentId, DateTime Before, DateTime After, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology => $"When the school became aware of the breach is corrected from {LondonTime.Display(Before)} to {LondonTime.Display(After)}: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        new ChangeList().Value("Aware", LondonTime.Display(Before), LondonTime.Display(After)).Text("Reason", null, Because).Changes;
}

/// <summary>What is known of the breach was set down.</summary>
[Description("Set down what is known of a personal data breach")]
public sealed record BreachDescribed(int IncidentId, IReadOnlyList<Change> What, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology => "What is known of the breach set down: " + string.Join(", ", What.Select(change => char.ToLowerInvariant(change.Field[0]) + change.Field[1..])) + ".";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => What;
}

/// <summary>The risk to people was judged.</summary>
[Description("Assessed the risk of a personal data breach")]
public sealed record BreachRiskAssessed(int IncidentId, BreachRisk? Before, BreachRisk Risk, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology => $"Risk of the breach: {Risk.InWords()}. {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList().Value("Risk", Before.InWords(), Risk.InWords()).Text("Reason", null, Because).Changes;
}

/// <summary>The data protection officer advised.</summary>
[Description("Advised on a personal data breach")]
public sealed record BreachAdvised(int IncidentId, bool TellCommissioner, bool TellPeople, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology =>
        $"Advice of the data protection officer: {(TellCommissioner ? "tell" : "do not tell")} the ICO, {(TellPeople ? "tell" : "do not tell")} the people concerned. {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Tell the ICO", null, TellCommissioner ? "Yes" : "No")
        .Value("Tell the people concerned", null, TellPeople ? "Yes" : "No")
        .Text("Reason", null, Because)
        .Changes;
}

/// <summary>It was decided about telling the Information Commissioner. The first decision stops the clock.</summary>
[Description("Decided about telling the ICO of a personal data breach")]
public sealed record BreachCommissionerDecided(int IncidentId, BreachDecision Decision, bool IsLate, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology => Decision.ToldAt is { } told
        ? $"The ICO was told of the breach on {LondonTime.Display(told)}{(IsLate ? ", after 72 hours" : "")}. {Decision.Because}"
        : $"Decided that the ICO is not told of the breach. {Decision.Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => DecisionChanges.Of(Decision);
}

/// <summary>It was decided about telling the people concerned.</summary>
[Description("Decided about telling the people concerned by a personal data breach")]
public sealed record BreachPeopleDecided(int IncidentId, BreachDecision Decision, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override string InChronology => Decision.ToldAt is { } told
        ? $"The people concerned were told of the breach on {LondonTime.Display(told)}. {Decision.Because}"
        : $"Decided that the people concerned are not told of the breach. {Decision.Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => DecisionChanges.Of(Decision);
}

/// <summary>The Commissioner was told more.</summary>
[Description("Added what the ICO was told later of a personal data breach")]
public sealed record BreachInformationAdded(int IncidentId, DateTime ToldAt, string Text, string CommissionerReference, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.DataBreach;

    /// <inheritdoc />
    public override DateTime HappenedAt => ToldAt;

    /// <inheritdoc />
    public override string InChronology => $"Further information about the breach for the ICO: {Text}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        new ChangeList().Text("Information", null, Text).Text("Reference of the ICO", null, CommissionerReference).Changes;
}

/// <summary>The register of breaches was printed. How many there are is in no line: whoever reads the audit may not know of them.</summary>
[Description("Opened the register of personal data breaches to print it")]
public sealed record BreachRegisterPrinted(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The register of breaches was taken out as a file.</summary>
[Description("Took the register of personal data breaches out as a file")]
public sealed record BreachRegisterExported(Actor By, DateTime At) : DomainEvent(By, At);

internal static class DecisionChanges
{
    public static IReadOnlyList<Change> Of(BreachDecision decision) => new ChangeList()
        .Value("Told", null, decision.ToldAt is { } told ? LondonTime.Display(told) : "No")
        .Text("Reason", null, decision.Because)
        .Text("Reference of the ICO", null, decision.CommissionerReference)
        .Text("Reasons for the delay", null, decision.DelayBecause)
        .Text("How", null, decision.How)
        .Value("Ground", null, decision.Ground.InWords())
        .Text("Why the advice is not followed", null, decision.OverrulesBecause)
        .Text("Why it is decided anew", null, decision.ReconsidersBecause)
        .Changes;
}
