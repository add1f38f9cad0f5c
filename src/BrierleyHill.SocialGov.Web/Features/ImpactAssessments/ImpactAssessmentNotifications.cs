using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Where the pages of an assessment are.</summary>
internal static class AssessmentPaths
{
    public static string Details(ImpactAssessment assessment) => $"/impact-assessments/{assessment.Id}";

    public static string Tasks(ImpactAssessment assessment) => $"/impact-assessments/{assessment.Id}/tasks";

    public static string Advise(ImpactAssessment assessment) => $"/impact-assessments/{assessment.Id}/advise";
}

/// <summary>Tells people about an assessment, in the portal and by e-mail.</summary>
public sealed class AssessmentTelling(EmailOutbox outbox)
{
    /// <summary>Tells people.</summary>
    public void Tell(SocialGovDbContext database, IEnumerable<Person> people, ImpactAssessment about, string text, EmailText email, DateTime at)
    {
        foreach (var person in people.DistinctBy(person => person.Id))
        {
            database.Notifications.Add(new Notification(person.Id, about.Reference, text, email.Path, at, NotificationKinds.ImpactAssessments));
            outbox.Queue(database, person, email, at);
        }
    }

    /// <summary>The active data protection officers, except the author.</summary>
    public async Task<IEnumerable<Person>> OfficersAsync(SocialGovDbContext database, ImpactAssessment about, CancellationToken cancellationToken) =>
        (await database.LoadActiveAsync(Roles.DataProtectionOfficer, cancellationToken)).Where(officer => officer.Id != about.AuthorId);

    /// <summary>The author, if they can still sign in.</summary>
    public async Task<IEnumerable<Person>> AuthorAsync(SocialGovDbContext database, ImpactAssessment about, CancellationToken cancellationToken) =>
        await database.People.AsNoTracking().Where(person => person.Id == about.AuthorId && person.Status == PersonStatus.Active).ToListAsync(cancellationToken);

    /// <summary>Author and data protection officers.</summary>
    public async Task<IEnumerable<Person>> AuthorAndOfficersAsync(SocialGovDbContext database, ImpactAssessment about, CancellationToken cancellationToken) =>
        [.. await AuthorAsync(database, about, cancellationToken), .. await OfficersAsync(database, about, cancellationToken)];
}

/// <summary>A sent assessment goes to the data protection officers (DP-2), and to the leaders where a high risk is left.</summary>
public sealed class TellOfSending(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentSent>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentSent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        telling.Tell(
            database,
            await telling.OfficersAsync(database, record, cancellationToken),
            record,
            happened.Round == 1 ? $"The impact assessment {record.Reference} waits for your advice." : $"The impact assessment {record.Reference} has been changed and waits for your advice.",
            ImpactAssessmentEmails.WaitsForAdvice(record.Reference, AssessmentPaths.Advise(record)),
            happened.At);
        if (record.ResidualObstacle() is not null)
        {
            var leaders = await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken);
            telling.Tell(
                database,
                leaders.Where(leader => leader.Id != record.AuthorId),
                record,
                $"In the impact assessment {record.Reference} a risk stays high: a senior leader has to look at it.",
                ImpactAssessmentEmails.HighRiskLeft(record.Reference, AssessmentPaths.Details(record)),
                happened.At);
        }
    }
}

/// <summary>The data protection officers hear of each screening that says no, because they can overturn it.</summary>
public sealed class TellOfScreening(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentDeclaredNotNeeded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentDeclaredNotNeeded happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.OfficersAsync(database, record, cancellationToken),
            record,
            $"The screening {record.Reference} says that no impact assessment is needed.",
            ImpactAssessmentEmails.ScreenedOut(record.Reference, AssessmentPaths.Details(record)),
            happened.At);
}

/// <summary>The author hears that one is needed after all.</summary>
public sealed class TellAuthorOfOverturning(AssessmentTelling telling) : EventRule<ImpactAssessment, ScreeningOverturned>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, ScreeningOverturned happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AuthorAsync(database, record, cancellationToken),
            record,
            $"The data protection officer asks for the impact assessment {record.Reference} after all.",
            ImpactAssessmentEmails.Answered(record.Reference, AssessmentPaths.Tasks(record)),
            happened.At);
}

/// <summary>The author hears of the return.</summary>
public sealed class TellAuthorOfReturn(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentReturned>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentReturned happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AuthorAsync(database, record, cancellationToken),
            record,
            $"Your impact assessment {record.Reference} has come back with comments.",
            ImpactAssessmentEmails.Answered(record.Reference, AssessmentPaths.Tasks(record)),
            happened.At);
}

/// <summary>The author hears of the refusal.</summary>
public sealed class TellAuthorOfRefusal(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentRefused>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentRefused happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AuthorAsync(database, record, cancellationToken),
            record,
            $"The data protection officer advises against what {record.Reference} assesses.",
            ImpactAssessmentEmails.Answered(record.Reference, AssessmentPaths.Details(record)),
            happened.At);
}

/// <summary>The author hears of the sign-off.</summary>
public sealed class TellAuthorOfSignOff(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentSignedOff>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentSignedOff happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AuthorAsync(database, record, cancellationToken),
            record,
            $"Your impact assessment {record.Reference} has been signed off.",
            ImpactAssessmentEmails.Answered(record.Reference, AssessmentPaths.Details(record)),
            happened.At);
}

/// <summary>The author and the data protection officers hear that the advice was overruled.</summary>
public sealed class TellOfOverruling(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentOverruled>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentOverruled happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var path = AssessmentPaths.Details(record);
        var text = $"A senior leader has overruled the advice on {record.Reference}, with a reason. It is signed off.";
        telling.Tell(
            database, await telling.AuthorAsync(database, record, cancellationToken), record, text, ImpactAssessmentEmails.Answered(record.Reference, path), happened.At);
        telling.Tell(
            database, await telling.OfficersAsync(database, record, cancellationToken), record, text, ImpactAssessmentEmails.Overruled(record.Reference, path), happened.At);
    }
}

/// <summary>Author and data protection officers hear that it was reopened.</summary>
public sealed class TellOfReopening(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentReopened>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentReopened happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AuthorAndOfficersAsync(database, record, cancellationToken),
            record,
            $"The impact assessment {record.Reference} has been reopened, because what it covers has changed.",
            ImpactAssessmentEmails.MaterialChange(record.Reference, AssessmentPaths.Details(record)),
            happened.At);
}

/// <summary>Author and data protection officers hear of a change while the officers have it.</summary>
public sealed class TellOfChange(AssessmentTelling telling) : EventRule<ImpactAssessment, MaterialChangeNoted>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, MaterialChangeNoted happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        telling.Tell(
            database,
            await telling.AuthorAndOfficersAsync(database, record, cancellationToken),
            record,
            $"What the impact assessment {record.Reference} covers has changed while it is being looked at.",
            ImpactAssessmentEmails.MaterialChange(record.Reference, AssessmentPaths.Details(record)),
            happened.At);
}

/// <summary>Author and data protection officers are reminded of the review.</summary>
public sealed class TellOfReview(AssessmentTelling telling) : EventRule<ImpactAssessment, AssessmentReviewReminded>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentReviewReminded happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var isOverdue = happened.DaysLeft < 0;
        telling.Tell(
            database,
            await telling.AuthorAndOfficersAsync(database, record, cancellationToken),
            record,
            isOverdue
                ? $"The review of the impact assessment {record.Reference} is overdue."
                : $"The impact assessment {record.Reference} is to be reviewed in {happened.DaysLeft} days.",
            ImpactAssessmentEmails.ReviewDue(record.Reference, AssessmentPaths.Details(record), isOverdue),
            happened.At);
    }
}

/// <summary>The data protection officers are asked to confirm coverage when a business case that names a finished assessment is submitted.</summary>
public sealed class AskToConfirmCoverage(AssessmentTelling telling) : EventRule<AccountApplication, ApplicationSubmitted>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationSubmitted happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (record.ImpactAssessmentId is { } id
            && await database.ImpactAssessments.FindAsync([id], cancellationToken) is { Status: AssessmentStatus.SignedOff } assessment
            && !assessment.Covers(record.Id, MaterialFacts.Of(record)))
        {
            telling.Tell(
                database,
                await telling.OfficersAsync(database, assessment, cancellationToken),
                assessment,
                $"{record.Reference} names the impact assessment {assessment.Reference}: please confirm that it covers it.",
                ImpactAssessmentEmails.ConfirmCoverage(assessment.Reference, AssessmentPaths.Details(assessment)),
                happened.At);
        }
    }
}
