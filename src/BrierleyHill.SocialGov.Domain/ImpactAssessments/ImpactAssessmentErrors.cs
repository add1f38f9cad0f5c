using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>Why something cannot be done to an impact assessment, in words that a person can act on.</summary>
public static class ImpactAssessmentErrors
{
    /// <summary>Only the author writes and sends it.</summary>
    public static Error NotTheAuthor { get; } = new(
        "ImpactAssessment.NotTheAuthor", "Only the author of this impact assessment can change or send it.", ErrorKind.Forbidden);

    /// <summary>It is sent, decided or closed: it cannot be edited.</summary>
    public static Error NotEditable { get; } = new(
        "ImpactAssessment.NotEditable",
        "This impact assessment cannot be changed now. It is with the data protection officer, or it has been decided.", ErrorKind.Conflict);

    /// <summary>The screening comes first.</summary>
    public static Error ScreenFirst { get; } = new(
        "ImpactAssessment.ScreenFirst", "Answer the screening questions first.", ErrorKind.Conflict);

    /// <summary>The data protection officer has said that it is needed.</summary>
    public static Error ScreeningClosed { get; } = new(
        "ImpactAssessment.ScreeningClosed",
        "The screening cannot be answered again: the data protection officer decided that an assessment is needed, or it has been sent before.", ErrorKind.Conflict);

    /// <summary>A question is open, or one was answered yes.</summary>
    public static Error NotAllNo { get; } = new(
        "ImpactAssessment.NotAllNo", "An assessment is not needed only if every screening question is answered, and every answer is no.", ErrorKind.Conflict);

    /// <summary>Reasons are missing.</summary>
    public static Error ReasonMissing(string field, string message) => new("ImpactAssessment.ReasonMissing", message, Field: field);

    /// <summary>It has no title.</summary>
    public static Error TitleMissing { get; } = new("ImpactAssessment.TitleMissing", "Enter what the assessment is about.", Field: "Title");

    /// <summary>Answers are missing.</summary>
    public static Error Incomplete { get; } = new(
        "ImpactAssessment.Incomplete", "Some answers are still missing. Complete every step, then send it.");

    /// <summary>Nobody can advise on it.</summary>
    public static Error NoOfficer { get; } = new(
        "ImpactAssessment.NoOfficer",
        "There is no data protection officer in the portal who could advise on this. Ask a portal manager to give somebody the role, then send it.");

    /// <summary>Only a data protection officer does this.</summary>
    public static Error OnlyOfficers { get; } = new(
        "ImpactAssessment.OnlyOfficers", "Only the data protection officer can do this.", ErrorKind.Forbidden);

    /// <summary>Only a senior leader does this.</summary>
    public static Error OnlySeniorLeaders { get; } = new(
        "ImpactAssessment.OnlySeniorLeaders", "Only a senior leader can do this.", ErrorKind.Forbidden);

    /// <summary>Only a data protection officer or a senior leader does this.</summary>
    public static Error OnlyOfficersAndLeaders { get; } = new(
        "ImpactAssessment.OnlyOfficersAndLeaders", "Only the data protection officer or a senior leader can do this.", ErrorKind.Forbidden);

    /// <summary>Nobody advises on or decides what they wrote.</summary>
    public static Error DecidedByAuthor { get; } = new(
        "ImpactAssessment.DecidedByAuthor", "You wrote this impact assessment, so somebody else has to do this.", ErrorKind.Forbidden);

    /// <summary>Nobody advises on or decides what their own business case needs.</summary>
    public static Error DecidedByApplicant { get; } = new(
        "ImpactAssessment.DecidedByApplicant",
        "This impact assessment covers a business case of yours, so somebody else has to do this.", ErrorKind.Forbidden);

    /// <summary>The data protection officer never overrules.</summary>
    public static Error OverruledByOfficer { get; } = new(
        "ImpactAssessment.OverruledByOfficer",
        "The data protection officer, and whoever has given their advice on this assessment, cannot overrule the advice. Another senior leader can.", ErrorKind.Forbidden);

    /// <summary>It is not with the data protection officer.</summary>
    public static Error NotWithDpo { get; } = new(
        "ImpactAssessment.NotWithDpo", "This impact assessment is not with the data protection officer now.", ErrorKind.Conflict);

    /// <summary>There is no advice to overrule.</summary>
    public static Error NothingToOverrule { get; } = new(
        "ImpactAssessment.NothingToOverrule",
        "There is no advice to overrule: the data protection officer has neither returned nor refused this impact assessment.", ErrorKind.Conflict);

    /// <summary>The author has changed it since the advice was given.</summary>
    public static Error ChangedSinceAdvice { get; } = new(
        "ImpactAssessment.ChangedSinceAdvice",
        "The author has changed this impact assessment since the advice was given. It has to be sent to the data protection officer again.", ErrorKind.Conflict);

    /// <summary>The content is not what was sent.</summary>
    public static Error ContentDiffers { get; } = new(
        "ImpactAssessment.ContentDiffers",
        "The content is not the one that was sent: its fingerprint differs. Return it, so that it is sent again.", ErrorKind.Conflict);

    /// <summary>No such answer.</summary>
    public static Error NoSuchAnswer { get; } = new("ImpactAssessment.NoSuchAnswer", "There is no such answer to comment on.");

    /// <summary>A verdict that asks for something says what.</summary>
    public static Error CommentMissing(string key) => new(
        "ImpactAssessment.CommentMissing", "Say what is to be improved or corrected. The author reads it.", Field: key);

    /// <summary>A return without anything to do.</summary>
    public static Error NothingToReturnFor { get; } = new(
        "ImpactAssessment.NothingToReturnFor", "Judge at least one answer “improve” or “correct”, or enter your general advice.", Field: "Advice");

    /// <summary>Not every answer was judged.</summary>
    public static Error NotAllJudged { get; } = new(
        "ImpactAssessment.NotAllJudged", "Judge every answer before you sign off. What is left is listed on the page.");

    /// <summary>An answer is still to be improved or corrected.</summary>
    public static Error NotAllAcceptable { get; } = new(
        "ImpactAssessment.NotAllAcceptable", "An answer is still judged “improve” or “correct”. Return the assessment, or judge the answer acceptable.");

    /// <summary>High residual risk without the decision to consult the ICO.</summary>
    public static Error IcoNotDecided { get; } = new(
        "ImpactAssessment.IcoNotDecided",
        "A residual risk is high. The decision to consult the Information Commissioner’s Office has to be recorded before this can be signed off.", ErrorKind.Conflict);

    /// <summary>High residual risk that nobody accepted.</summary>
    public static Error ResidualNotAccepted { get; } = new(
        "ImpactAssessment.ResidualNotAccepted",
        "A residual risk is high. A senior leader other than the author has to accept it before this can be signed off.", ErrorKind.Conflict);

    /// <summary>Two people are needed, and it is one.</summary>
    public static Error AcceptedBySamePerson { get; } = new(
        "ImpactAssessment.AcceptedBySamePerson",
        "You accepted the residual risk as a senior leader. Somebody else has to sign off as data protection officer.", ErrorKind.Forbidden);

    /// <summary>A review date out of bounds.</summary>
    public static Error ReviewDateWrong(DateOnly latest) => new(
        "ImpactAssessment.ReviewDateWrong", $"The review date must be after today and no later than {LondonTime.DisplayDate(latest)}.", Field: "ReviewOn");

    /// <summary>The ICO's consultation was decided in the future.</summary>
    public static Error DecisionInTheFuture { get; } = new(
        "ImpactAssessment.DecisionInTheFuture", "The date of the decision must be today or in the past.", Field: "DecidedOn");

    /// <summary>Nothing was sent to the ICO.</summary>
    public static Error NoIcoConsultation { get; } = new(
        "ImpactAssessment.NoIcoConsultation", "No decision to consult the Information Commissioner’s Office is recorded.", ErrorKind.Conflict);

    /// <summary>It was not screened as not needed.</summary>
    public static Error NotScreenedOut { get; } = new(
        "ImpactAssessment.NotScreenedOut", "This impact assessment has not been screened as “not needed”.", ErrorKind.Conflict);

    /// <summary>Only what is signed off can be confirmed, reviewed or followed by a new version.</summary>
    public static Error NotSignedOff { get; } = new(
        "ImpactAssessment.NotSignedOff", "This impact assessment is not signed off.", ErrorKind.Conflict);

    /// <summary>It does not reach this state before it is sent.</summary>
    public static Error NotSentYet { get; } = new(
        "ImpactAssessment.NotSentYet", "This can be done once the assessment has been sent, and until it is signed off.", ErrorKind.Conflict);

    /// <summary>Already confirmed.</summary>
    public static Error AlreadyConfirmed { get; } = new(
        "ImpactAssessment.AlreadyConfirmed", "It is confirmed already that this impact assessment covers this account.", ErrorKind.Conflict);

    /// <summary>A change that is none.</summary>
    public static Error NoMaterialChange { get; } = new(
        "ImpactAssessment.NoMaterialChange", "Nothing that this impact assessment rests on has changed.", ErrorKind.Conflict);

    /// <summary>A newer version is being written already.</summary>
    public static Error SuccessorUnderWay { get; } = new(
        "ImpactAssessment.SuccessorUnderWay", "A new version of this impact assessment is being written already.", ErrorKind.Conflict);

    /// <summary>Whoever has nothing to do with it starts no new version of it.</summary>
    public static Error SuccessorNotYours { get; } = new(
        "ImpactAssessment.SuccessorNotYours", "Only its author, the applicants of what it covers and senior leaders can start a new version.", ErrorKind.Forbidden);

    /// <summary>Reminded before its time.</summary>
    public static Error NotDueForReminder { get; } = new(
        "ImpactAssessment.NotDueForReminder", "The review of this impact assessment is not due to be reminded of.", ErrorKind.Conflict);

    /// <summary>No such risk.</summary>
    public static Error NoSuchRisk { get; } = new("ImpactAssessment.NoSuchRisk", "There is no such risk any more.", ErrorKind.Conflict);

    /// <summary>More risks than anybody can weigh.</summary>
    public static Error TooManyRisks(int limit) => new(
        "ImpactAssessment.TooManyRisks", $"An assessment can have {limit} risks at the most. Bring similar ones together.");

    /// <summary>Somebody who is not in the directory, or not active.</summary>
    public static Error PersonWrong(string field) => new(
        "ImpactAssessment.PersonWrong", "Choose somebody from the list who is active.", Field: field);

    /// <summary>A text over its limit.</summary>
    public static Error TooLong(string field, int limit) => new(
        "ImpactAssessment.TooLong", $"Your answer must be {limit.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters or fewer.", Field: field);

    /// <summary>A value that the form does not offer.</summary>
    public static Error NotAChoice(string field) => new("ImpactAssessment.NotAChoice", "Choose one of the answers offered.", Field: field);
}
