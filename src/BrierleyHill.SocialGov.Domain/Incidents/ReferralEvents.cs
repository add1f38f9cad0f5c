using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>An agency was told of the incident.</summary>
[Description("Referred an incident to an agency")]
public sealed record ReferralMade(int IncidentId, int Number, string Agency, DateTime ContactedAt, string Advice, DateTime? NextContactAt, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Referral;

    /// <inheritdoc />
    public override DateTime HappenedAt => ContactedAt;

    /// <inheritdoc />
    public override string InChronology => ReferralWords.InChronology($"Referral {Number.ToString(CultureInfo.InvariantCulture)} to {Agency}.", Advice, NextContactAt);

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Referral", null, Number.ToString(CultureInfo.InvariantCulture))
        .Text("Agency", null, Agency)
        .Text("Advice", null, Advice)
        .Value("Next contact", null, NextContactAt is { } next ? LondonTime.Display(next) : null)
        .Changes;
}

/// <summary>There was a further contact with the agency.</summary>
[Description("Added a contact with an agency")]
public sealed record ReferralContacted(int IncidentId, int Number, string Agency, DateTime ContactedAt, string Advice, DateTime? NextContactAt, Actor By, DateTime At)
    : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Referral;

    /// <inheritdoc />
    public override DateTime HappenedAt => ContactedAt;

    /// <inheritdoc />
    public override string InChronology => ReferralWords.InChronology($"In touch with {Agency} (referral {Number.ToString(CultureInfo.InvariantCulture)}).", Advice, NextContactAt);

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList()
        .Value("Referral", null, Number.ToString(CultureInfo.InvariantCulture))
        .Text("Advice", null, Advice)
        .Value("Next contact", null, NextContactAt is { } next ? LondonTime.Display(next) : null)
        .Changes;
}

/// <summary>The agency has answered, and nothing more is to come.</summary>
[Description("Recorded that an agency has answered")]
public sealed record ReferralAnswered(int IncidentId, int Number, string Agency, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Referral;

    /// <inheritdoc />
    public override string InChronology => $"Referral {Number.ToString(CultureInfo.InvariantCulture)} to {Agency} is answered: nothing more is to come.";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Referral", null, Number.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>The school waits no longer.</summary>
[Description("Gave up a referral to an agency")]
public sealed record ReferralGivenUp(int IncidentId, int Number, string Agency, string Because, Actor By, DateTime At) : IncidentEvent(IncidentId, By, At)
{
    /// <inheritdoc />
    public override ChronologyKind Kind => ChronologyKind.Referral;

    /// <inheritdoc />
    public override string InChronology => $"Referral {Number.ToString(CultureInfo.InvariantCulture)} to {Agency} given up: {Because}";

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        new ChangeList().Value("Referral", null, Number.ToString(CultureInfo.InvariantCulture)).Text("Reason", null, Because).Changes;
}

internal static class ReferralWords
{
    public static string InChronology(string what, string advice, DateTime? nextContactAt) =>
        nextContactAt is { } next ? $"{what} {advice}\nNext contact: {LondonTime.Display(next)}." : $"{what} {advice}";
}
