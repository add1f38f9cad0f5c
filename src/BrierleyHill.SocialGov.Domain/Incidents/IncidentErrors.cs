using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>Why something cannot be done to an incident.</summary>
public static partial class IncidentErrors
{
    /// <summary>Not said what happened.</summary>
    public static Error WhatMissing { get; } = new("Incident.WhatMissing", "Enter what happened, in a sentence or two.", Field: "What");

    /// <summary>A text over its limit.</summary>
    public static Error WhatTooLong { get; } = new("Incident.WhatTooLong", "What happened must be 4,000 characters or fewer.", Field: "What");

    /// <summary>Not said where.</summary>
    public static Error WhereMissing { get; } = new("Incident.WhereMissing", "Choose where it happened.", Field: "Where");

    /// <summary>No account.</summary>
    public static Error AccountMissing { get; } = new("Incident.AccountMissing", "Choose the account on which it happened.", Field: "AccountId");

    /// <summary>No place.</summary>
    public static Error PlaceMissing { get; } = new("Incident.PlaceMissing", "Enter where it happened, such as “a parents’ WhatsApp group”.", Field: "Place");

    /// <summary>A place over its limit.</summary>
    public static Error PlaceTooLong { get; } = new("Incident.PlaceTooLong", "Where it happened must be 200 characters or fewer.", Field: "Place");

    /// <summary>Something that is no web address.</summary>
    public static Error LinkWrong { get; } = new(
        "Incident.LinkWrong", "Enter the link as a web address that begins with https:// or http://, in 1,000 characters or fewer, or leave it empty.", Field: "Link");

    /// <summary>Not said when.</summary>
    public static Error WhenMissing { get; } = new("Incident.WhenMissing", "Choose when it happened.", Field: "When");

    /// <summary>No date.</summary>
    public static Error HappenedOnMissing { get; } = new("Incident.HappenedOnMissing", "Enter the date on which it happened.", Field: "HappenedOn");

    /// <summary>No time, or none that can be read.</summary>
    public static Error HappenedTimeMissing { get; } = new(
        "Incident.HappenedTimeMissing", "Enter the time at which it happened, such as 14:30 or 2.30pm. About right is enough.", Field: "HappenedTime");

    /// <summary>A time that the clocks skip.</summary>
    public static Error HappenedTimeSkipped { get; } = new(
        "Incident.HappenedTimeSkipped", "There was no such time on that day: the clocks went forward over it. Enter another.", Field: "HappenedTime");

    /// <summary>A time to come.</summary>
    public static Error HappenedInFuture { get; } = new("Incident.HappenedInFuture", "The time at which it happened is in the future. Enter when it really happened.", Field: "HappenedOn");

    /// <summary>A time before the first that has an answer.</summary>
    public static Error HappenedTooEarly { get; } = new("Incident.HappenedTooEarly", "Enter a date in 2011 or later.", Field: "HappenedOn");

    /// <summary>Not said how it was noticed.</summary>
    public static Error NoticedMissing { get; } = new("Incident.NoticedMissing", "Choose how you noticed it.", Field: "Noticed");

    /// <summary>No category.</summary>
    public static Error CategoryMissing { get; } = new("Incident.CategoryMissing", "Choose what kind of incident it is. If you are not sure, choose “Something else”.", Field: "Category");

    /// <summary>Not said whether somebody is in danger.</summary>
    public static Error DangerMissing { get; } = new("Incident.DangerMissing", "Choose whether somebody is in danger now.", Field: "IsDanger");

    /// <summary>More people than one incident has.</summary>
    public static Error TooManyPeople { get; } = new("Incident.TooManyPeople", "One incident can have 30 people. Name the others in what happened.", Field: "People");

    /// <summary>Somebody without a type.</summary>
    public static Error InvolvedTypeMissing { get; } = new("Incident.InvolvedTypeMissing", "Choose who this person is to the school.", Field: "Type");

    /// <summary>Somebody without a role.</summary>
    public static Error InvolvedRoleMissing { get; } = new("Incident.InvolvedRoleMissing", "Choose what this person has to do with it.", Field: "Role");

    /// <summary>Somebody without a name.</summary>
    public static Error InvolvedNameMissing { get; } = new(
        "Incident.InvolvedNameMissing", "Choose this person from the list, or say in words who it is, such as “a parent in Year 4”.", Field: "Name");

    /// <summary>A name over its limit.</summary>
    public static Error InvolvedNameTooLong { get; } = new("Incident.InvolvedNameTooLong", "Who it is must be 100 characters or fewer.", Field: "Name");

    /// <summary>Somebody who is not in the directory.</summary>
    public static Error InvolvedUnknown { get; } = new("Incident.InvolvedUnknown", "Choose somebody from the list.", Field: "PersonId");

    /// <summary>Both somebody of the list and words.</summary>
    public static Error InvolvedTwice { get; } = new("Incident.InvolvedTwice", "Choose somebody from the list or say in words who it is, not both.", Field: "Name");

    /// <summary>The same person twice in one role.</summary>
    public static Error InvolvedAlready { get; } = new("Incident.InvolvedAlready", "This person is named already.", Field: "PersonId");

    /// <summary>Alleged staff by words alone: nobody would be kept from seeing it.</summary>
    public static Error AllegedNotChosen { get; } = new(
        "Incident.AllegedNotChosen",
        "Choose from the list who is said to have done it, so that the portal can keep this from them, or tick that it is nobody on the list.",
        Field: "PersonId");

    /// <summary>Alleged by words in which a name of the directory stands.</summary>
    public static Error AllegedLooksLikeStaff { get; } = new(
        "Incident.AllegedLooksLikeStaff",
        "Somebody on the list has this surname. Choose them from the list, or tick that it is somebody else.",
        Field: "PersonId");

    /// <summary>The reporter as the one alleged: losing sight of it would tell them.</summary>
    public static Error ReporterAlleged { get; } = new(
        "Incident.ReporterAlleged",
        "They reported this themselves. Report what they are said to have done as an incident of its own: they will not see it.",
        Field: "PersonId");

    /// <summary>One's own name as the one alleged.</summary>
    public static Error OwnAllegation { get; } = new(
        "Incident.OwnAllegation", "You cannot name yourself as the one who is said to have done it. Use “Report a mistake of your own” instead.", Field: "PersonId");

    /// <summary>The last investigator or leader shuts themselves out.</summary>
    public static Error AllegedSelf { get; } = new(
        "Incident.AllegedSelf", "You cannot name yourself as the one who is said to have done it. Ask another senior leader to do so.", Field: "PersonId");

    /// <summary>It is closed.</summary>
    public static Error Closed { get; } = new("Incident.Closed", "This incident is closed. Reopen it first if there is more to be done.", ErrorKind.Conflict);

    /// <summary>It is out of scope.</summary>
    public static Error OutOfScope { get; } = new("Incident.OutOfScope", "This incident is out of scope, and nothing more is recorded about it.", ErrorKind.Conflict);

    /// <summary>Somebody who is not named.</summary>
    public static Error NotInvolved { get; } = new("Incident.NotInvolved", "This person is not named any more.", ErrorKind.Conflict);

    /// <summary>No reason.</summary>
    public static Error ReasonMissing { get; } = new("Incident.ReasonMissing", "Enter why. It stays on the record.", Field: "Because");

    /// <summary>A reason over its limit.</summary>
    public static Error ReasonTooLong { get; } = new("Incident.ReasonTooLong", "The reason must be 500 characters or fewer.", Field: "Because");

    /// <summary>No kind of entry.</summary>
    public static Error EntryKindMissing { get; } = new("Incident.EntryKindMissing", "Choose what kind of entry it is.", Field: "Kind");

    /// <summary>An entry without a text.</summary>
    public static Error EntryTextMissing { get; } = new("Incident.EntryTextMissing", "Enter what happened or was said.", Field: "Text");

    /// <summary>An entry over its limit.</summary>
    public static Error EntryTextTooLong { get; } = new("Incident.EntryTextTooLong", "The entry must be 4,000 characters or fewer.", Field: "Text");

    /// <summary>A correction of what there is not.</summary>
    public static Error EntryUnknown { get; } = new("Incident.EntryUnknown", "There is no such entry.", ErrorKind.NotFound);

    /// <summary>More than can be taken out at once.</summary>
    public static Error TooManyToExport { get; } = new(
        "Incident.TooManyToExport", "There are too many incidents on this filter for one file. Narrow the filter and download again.");
}
