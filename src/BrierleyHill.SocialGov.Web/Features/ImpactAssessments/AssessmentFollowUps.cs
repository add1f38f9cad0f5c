using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>The business case that an assessment was begun from names it at once, where it can still be edited.</summary>
public sealed class NameTheNewAssessment : EventRule<ImpactAssessment, AssessmentStarted>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(ImpactAssessment record, AssessmentStarted happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (record is { StartedForApplicationId: { } applicationId, SupersedesId: null }
            && await database.Applications.FindAsync([applicationId], cancellationToken) is { } application)
        {
            // A business case that is submitted or decided stays as it is: the assessment then has to be named on the next change.
            application.NameImpactAssessment(record.Id, happened.By, happened.At);
        }
    }
}

/// <summary>A change to a business case's platform, audience or openness reaches the assessment that covers it.</summary>
public sealed class NoteChangedApplication : EventRule<AccountApplication, ApplicationSectionSaved>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(AccountApplication record, ApplicationSectionSaved happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (happened.Section is ApplicationSection.PlatformAndName or ApplicationSection.Audience or ApplicationSection.Openness
            && record.ImpactAssessmentId is { } id
            && await database.ImpactAssessments.FindAsync([id], cancellationToken) is { } assessment)
        {
            // Refused where nothing material has changed: then there is nothing to note.
            assessment.NoteChange(CoverableCase.Of(record), happened.By, happened.At);
        }
    }
}

/// <summary>A material change to an account reaches the assessment that covers it.</summary>
public sealed class NoteChangedAccount : EventRule<SocialMediaAccount, AccountMateriallyChanged>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(SocialMediaAccount record, AccountMateriallyChanged happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (record.ImpactAssessmentId is { } id && await database.ImpactAssessments.FindAsync([id], cancellationToken) is { } assessment)
        {
            var applicant = await database.Applications.AsNoTracking()
                .Where(application => application.Id == record.ApplicationId)
                .Select(application => application.ApplicantId)
                .SingleAsync(cancellationToken);
            assessment.NoteChange(new CoverableCase(record.ApplicationId, applicant, MaterialFacts.Of(record)), happened.By, happened.At);
        }
    }
}

/// <summary>A new version that is signed off takes the old one's place.</summary>
public sealed class SupersedeOnSignOff : EventRule<ImpactAssessment, AssessmentSignedOff>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(ImpactAssessment record, AssessmentSignedOff happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        Succession.ApplyAsync(record, happened, database, cancellationToken);
}

/// <summary>So does one that is signed off against the advice.</summary>
public sealed class SupersedeOnOverruling : EventRule<ImpactAssessment, AssessmentOverruled>
{
    /// <inheritdoc />
    protected override Task ApplyAsync(ImpactAssessment record, AssessmentOverruled happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        Succession.ApplyAsync(record, happened, database, cancellationToken);
}

internal static class Succession
{
    /// <summary>Supersedes the version before, and lets what names it follow.</summary>
    public static async Task ApplyAsync(ImpactAssessment newer, DomainEvent happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (newer.SupersedesId is not { } oldId
            || await database.ImpactAssessments.FindAsync([oldId], cancellationToken) is not { } old
            || old.SupersedeBy(newer, happened.By, happened.At).IsRefused)
        {
            return;
        }

        foreach (var application in await database.Applications.Where(one => one.ImpactAssessmentId == oldId).ToListAsync(cancellationToken))
        {
            application.FollowImpactAssessment(newer.Id, happened.By, happened.At);
        }

        foreach (var account in await database.Accounts.Where(one => one.ImpactAssessmentId == oldId).ToListAsync(cancellationToken))
        {
            account.FollowImpactAssessment(newer.Id, happened.By, happened.At);
        }
    }
}
