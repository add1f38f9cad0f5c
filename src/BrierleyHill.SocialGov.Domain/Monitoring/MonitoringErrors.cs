using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Monitoring;

/// <summary>Why something cannot be done about monitoring, in words that a person can act on.</summary>
public static class MonitoringErrors
{
    /// <summary>Only administrators of the account, administrators by role and senior leaders change the rota.</summary>
    public static Error OnlyPlanners { get; } = new(
        "Monitoring.OnlyPlanners",
        "Only an administrator of the account, an administrator or a senior leader can change the rota. Everybody can say that they are away themselves.",
        ErrorKind.Forbidden);

    /// <summary>Only those who look after the account, and administrators by role, do checks.</summary>
    public static Error OnlyTeam { get; } = new(
        "Monitoring.OnlyTeam", "Only those who look after the account, and administrators, do its checks.", ErrorKind.Forbidden);

    /// <summary>The account is not in use.</summary>
    public static Error NotInUse { get; } = new(
        "Monitoring.NotInUse", "Only an account that is in use is monitored.", ErrorKind.Conflict);

    /// <summary>Hours out of range.</summary>
    public static Error PatienceWrong { get; } = new(
        "Monitoring.PatienceWrong",
        string.Create(CultureInfo.InvariantCulture, $"Enter after how many hours a check counts as missed, from 1 to {MonitoringRota.MostPatienceHours}."),
        Field: "PatienceHours");

    /// <summary>A rota without a slot.</summary>
    public static Error NoSlots { get; } = new(
        "Monitoring.NoSlots", "Enter at least one time of the week at which somebody looks at the account.", Field: "Lines[0].Days");

    /// <summary>A line without a weekday.</summary>
    public static Error DaysMissing(int line) => new("Monitoring.DaysMissing", $"Choose the days of line {Number(line)}.", Field: $"Lines[{line}].Days");

    /// <summary>A line without a time.</summary>
    public static Error TimeMissing(int line) => new(
        "Monitoring.TimeMissing", $"Enter the time of line {Number(line)}, for example 8:15 or 3:30pm.", Field: $"Lines[{line}].Time");

    /// <summary>A line without a person who can do it.</summary>
    public static Error PersonUnknown(int line) => new(
        "Monitoring.PersonUnknown", $"Choose for line {Number(line)} somebody who looks after the account and can sign in.", Field: $"Lines[{line}].PersonId");

    /// <summary>Two slots too close together.</summary>
    public static Error TooClose(int hours) => new(
        "Monitoring.TooClose",
        hours == 1
            ? "Two checks have to lie at least an hour apart: that is how long a check may take. Take one out or move it."
            : $"Two checks have to lie at least {hours} hours apart: that is how long a check may take. Take one out, move it, or let checks count as missed sooner.",
        Field: "Lines[0].Time");

    /// <summary>More slots than anybody keeps.</summary>
    public static Error TooManySlots { get; } = new(
        "Monitoring.TooManySlots", $"A week can have at most {MonitoringRota.MostSlots} checks. Take some out.", Field: "Lines[0].Days");

    /// <summary>Nobody, or somebody who does not look after the account, is said to be away.</summary>
    public static Error AwayUnknown { get; } = new("Monitoring.AwayUnknown", "Choose who is away.", Field: "PersonId");

    /// <summary>No first day.</summary>
    public static Error FromMissing { get; } = new("Monitoring.FromMissing", "Enter the first day.", Field: "From");

    /// <summary>No last day, or one before the first.</summary>
    public static Error UntilWrong { get; } = new("Monitoring.UntilWrong", "Enter the last day. It cannot be before the first.", Field: "Until");

    /// <summary>A last day in the past, or too far off.</summary>
    public static Error UntilOutOfReach { get; } = new(
        "Monitoring.UntilOutOfReach", "The last day must be today or later, and within a year.", Field: "Until");

    /// <summary>Somebody covers for themselves.</summary>
    public static Error CoversThemselves { get; } = new("Monitoring.CoversThemselves", "Nobody can cover for themselves. Choose somebody else.", Field: "CoveredById");

    /// <summary>Somebody covers who cannot.</summary>
    public static Error CoverUnknown { get; } = new(
        "Monitoring.CoverUnknown", "Choose somebody who looks after the account and is there until the last day.", Field: "CoveredById");

    /// <summary>Two absences of one person overlap.</summary>
    public static Error CoverOverlaps { get; } = new(
        "Monitoring.CoverOverlaps", "Some of these days are recorded already for this person. Cancel that absence first, or choose other days.", Field: "From");

    /// <summary>The absence is not there.</summary>
    public static Error CoverGone { get; } = new("Monitoring.CoverGone", "This absence is no longer recorded.", ErrorKind.Conflict);

    /// <summary>The absence is over.</summary>
    public static Error CoverPast { get; } = new("Monitoring.CoverPast", "This absence is over. It stays on the record.", ErrorKind.Conflict);

    /// <summary>The check has an end already.</summary>
    public static Error NotExpected { get; } = new(
        "Monitoring.NotExpected", "This check is not waiting any more: it has been done, missed for good or called off.", ErrorKind.Conflict);

    /// <summary>A later check of the account waits.</summary>
    public static Error LaterWaits(string reference) => new(
        "Monitoring.LaterWaits", $"A later check of this account waits: {reference}. Do that one. This one then stays on record as missed.", ErrorKind.Conflict);

    /// <summary>Neither of the two.</summary>
    public static Error ResultMissing { get; } = new("Monitoring.ResultMissing", "Choose whether something was found.", Field: "Result");

    /// <summary>Nothing was looked at.</summary>
    public static Error LookedAtMissing { get; } = new("Monitoring.LookedAtMissing", "Choose what you looked at.", Field: "LookedAt");

    /// <summary>Something was found, and it is not said what.</summary>
    public static Error FoundMissing { get; } = new("Monitoring.FoundMissing", "Enter what you found, in a sentence or two.", Field: "Found");

    /// <summary>A text is too long.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Monitoring.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);

    /// <summary>The check has not found anything.</summary>
    public static Error NothingFound { get; } = new(
        "Monitoring.NothingFound", "Nothing was found with this check, so there is nothing to raise. Do a check of your own if you have found something since.", ErrorKind.Conflict);

    /// <summary>A follow-up without a text.</summary>
    public static Error WhatMissing { get; } = new("Monitoring.WhatMissing", "Enter what is to be done.", Field: "What");

    /// <summary>A follow-up for nobody.</summary>
    public static Error ByWhomMissing { get; } = new("Monitoring.ByWhomMissing", "Choose who does it: somebody who looks after the account or a senior leader.", Field: "PersonId");

    /// <summary>A follow-up without a day, or with one that is past or far away.</summary>
    public static Error ByWhenWrong { get; } = new("Monitoring.ByWhenWrong", "Enter by when: today or later, and within a year.", Field: "DueOn");

    /// <summary>Somebody else's follow-up.</summary>
    public static Error OnlyDoer { get; } = new(
        "Monitoring.OnlyDoer", "Only whoever is to do it, an administrator of the account, an administrator or a senior leader can tick this off.", ErrorKind.Forbidden);

    /// <summary>It is done.</summary>
    public static Error FollowUpDone { get; } = new("Monitoring.FollowUpDone", "This has been ticked off already.", ErrorKind.Conflict);

    private static string Number(int line) => (line + 1).ToString(CultureInfo.InvariantCulture);
}
