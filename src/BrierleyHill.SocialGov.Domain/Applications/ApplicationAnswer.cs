namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>One question of the business case with its answer, as people read it.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Question">The question, in words.</param>
/// <param name="Answer">The answer, or <see langword="null"/> when there is none yet.</param>
public sealed record ApplicationAnswer(ApplicationSection Section, string Question, string? Answer);

/// <summary>An answer that is missing or wrong.</summary>
/// <param name="Section">The section to open.</param>
/// <param name="Field">The answer, by its name on the record.</param>
/// <param name="Message">What to do.</param>
public sealed record MissingAnswer(ApplicationSection Section, string Field, string Message);

/// <summary>The business case as it was submitted, kept so that a leader sees what changed between two rounds.</summary>
public sealed class ApplicationSubmission
{
    private ApplicationSubmission()
    {
    }

    internal ApplicationSubmission(int round, string? note, IReadOnlyList<ApplicationAnswer> answers, DateTime at)
    {
        Round = round;
        Note = note;
        Answers = answers;
        SubmittedAt = at;
    }

    /// <summary>The submission's number.</summary>
    public int Id { get; private set; }

    /// <summary>1 for the first submission, 2 for the first resubmission, and so on.</summary>
    public int Round { get; private set; }

    /// <summary>What the applicant said about the changes.</summary>
    public string? Note { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime SubmittedAt { get; private set; }

    /// <summary>Every answer as it read then.</summary>
    public IReadOnlyList<ApplicationAnswer> Answers { get; private set; } = [];
}

/// <summary>What a senior leader decided, and why.</summary>
public sealed class ApplicationDecision
{
    private ApplicationDecision()
    {
    }

    internal ApplicationDecision(DecisionOutcome outcome, string? reasons, int decidedById, DateTime at)
    {
        Outcome = outcome;
        Reasons = reasons;
        DecidedById = decidedById;
        DecidedAt = at;
    }

    /// <summary>The decision's number.</summary>
    public int Id { get; private set; }

    /// <summary>What was decided.</summary>
    public DecisionOutcome Outcome { get; private set; }

    /// <summary>The reasons; for an approval its conditions, or nothing.</summary>
    public string? Reasons { get; private set; }

    /// <summary>The senior leader.</summary>
    public int DecidedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime DecidedAt { get; private set; }
}

/// <summary>A person who is to administer the account.</summary>
public sealed class ProposedAdministrator
{
    private ProposedAdministrator()
    {
    }

    internal ProposedAdministrator(int personId, bool isLead)
    {
        PersonId = personId;
        IsLead = isLead;
    }

    /// <summary>The number.</summary>
    public int Id { get; private set; }

    /// <summary>Who.</summary>
    public int PersonId { get; private set; }

    /// <summary>Whether this is the lead administrator.</summary>
    public bool IsLead { get; private set; }
}

/// <summary>What a senior leader has to weigh before an approval (clause SLT-6). Each is confirmed by itself.</summary>
[Flags]
public enum Weighed
{
    /// <summary>Nothing yet.</summary>
    Nothing = 0,

    /// <summary>The purpose of the account.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Its purpose: does the school need it, and is this the right place for it")]
    Purpose = 1,

    /// <summary>Its audience.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Its audience: who will see it, and who else could")]
    Audience = 2,

    /// <summary>Its settings.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Its settings: open or closed, comments, followers, tagging and direct messages")]
    Settings = 4,

    /// <summary>Response to messages and forwarding of them.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Response and forwarding: who answers messages, how fast, and where they go")]
    ResponseAndForwarding = 8,

    /// <summary>All four.</summary>
    Everything = Purpose | Audience | Settings | ResponseAndForwarding,
}
