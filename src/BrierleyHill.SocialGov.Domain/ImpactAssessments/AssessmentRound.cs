namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>What the data protection officer said of one answer.</summary>
/// <param name="Key">The answer's key.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Text">What is to be improved or corrected; for an acceptable answer, a remark or "".</param>
/// <param name="ById">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record AnswerComment(string Key, AnswerVerdict Verdict, string Text, int ById, DateTime At);

/// <summary>One sending of the assessment: what was sent, pinned by version and hash, and what was said of it.</summary>
public sealed class AssessmentRound
{
    private AssessmentRound()
    {
    }

    internal AssessmentRound(int number, string? note, AssessmentContent content, int contentVersion, DateTime at)
    {
        (Number, Note, Content, ContentVersion, SentAt) = (number, note, content, contentVersion, at);
        ContentHash = content.Hash();
    }

    /// <summary>The round's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>1 for the first sending, 2 for the second, and so on.</summary>
    public int Number { get; private set; }

    /// <summary>What the author said about the changes.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>The content as it was sent.</summary>
    public AssessmentContent Content { get; private set; } = AssessmentContent.Empty("");

    /// <summary>The version of the content.</summary>
    public int ContentVersion { get; private set; }

    /// <summary>SHA-256 of the content's canonical form.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>What was said of its answers, one comment an answer.</summary>
    public IReadOnlyList<AnswerComment> Comments { get; private set; } = [];

    internal void Comment(IReadOnlyList<AnswerComment> comments) =>
        Comments = [.. Comments.Where(earlier => comments.All(comment => comment.Key != earlier.Key)), .. comments];
}

/// <summary>What was decided about the assessment, by whom and why.</summary>
public sealed class AssessmentDecision
{
    private AssessmentDecision()
    {
    }

    internal AssessmentDecision(AssessmentOutcome outcome, string? text, int round, int contentVersion, string contentHash, DateOnly? reviewOn, int decidedById, DateTime at)
    {
        (Outcome, Text, Round, ContentVersion, ContentHash, ReviewOn) = (outcome, text, round, contentVersion, contentHash, reviewOn);
        (DecidedById, DecidedAt) = (decidedById, at);
    }

    /// <summary>The decision's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>What was decided.</summary>
    public AssessmentOutcome Outcome { get; private set; }

    /// <summary>The advice; for an overruling the reason.</summary>
    public string? Text { get; private set; }

    /// <summary>The round that it is about.</summary>
    public int Round { get; private set; }

    /// <summary>The version of the content that it is about.</summary>
    public int ContentVersion { get; private set; }

    /// <summary>SHA-256 of that content.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The review date that a sign-off set, London.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>Who decided.</summary>
    public int DecidedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime DecidedAt { get; private set; }
}

/// <summary>The recorded decision to consult the ICO before the processing starts (UK GDPR Article 36).</summary>
public sealed class IcoConsultation
{
    private IcoConsultation()
    {
    }

    internal IcoConsultation(DateOnly decidedOn, string reasons, string? icoReference, int decidedById, DateTime at) =>
        (DecidedOn, Reasons, IcoReference, DecidedById, RecordedAt) = (decidedOn, reasons, icoReference, decidedById, at);

    /// <summary>Who decided: a data protection officer or a senior leader.</summary>
    public int DecidedById { get; private set; }

    /// <summary>The day of the decision, London.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Why.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>The ICO's reference, where there is one.</summary>
    public string? IcoReference { get; private set; }

    /// <summary>What the ICO said, once it has.</summary>
    public string? Outcome { get; private set; }

    /// <summary>When the outcome was recorded, UTC.</summary>
    public DateTime? OutcomeAt { get; private set; }

    internal void Answered(string outcome, string? icoReference, DateTime at) =>
        (Outcome, IcoReference, OutcomeAt) = (outcome, icoReference ?? IcoReference, at);
}

/// <summary>That a senior leader accepts what risk is left, for one version of the content.</summary>
public sealed class ResidualAcceptance
{
    private ResidualAcceptance()
    {
    }

    internal ResidualAcceptance(string? remark, int contentVersion, int acceptedById, DateTime at) =>
        (Remark, ContentVersion, AcceptedById, AcceptedAt) = (remark, contentVersion, acceptedById, at);

    /// <summary>Who accepted it.</summary>
    public int AcceptedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AcceptedAt { get; private set; }

    /// <summary>The version of the content whose risk was accepted: a changed one has to be accepted anew.</summary>
    public int ContentVersion { get; private set; }

    /// <summary>Why it can be accepted, or nothing.</summary>
    public string? Remark { get; private set; }
}
