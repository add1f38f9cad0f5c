using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.ImpactAssessments;

/// <summary>What about an account an assessment rests on. Where one of these changes, it has to be looked at again.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="PlatformName">Its name where it is not one that the form offers.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Openness">Open or closed.</param>
/// <param name="Kind">What kind of account.</param>
public sealed record MaterialFacts(Platform? Platform, string PlatformName, string Audience, Openness? Openness, AccountKind? Kind)
{
    /// <summary>Those of a business case as it is now.</summary>
    public static MaterialFacts Of(AccountApplication application) =>
        new(application.Platform, application.PlatformName, application.Audience, application.Openness, application.Kind);

    /// <summary>Those of an account as it is now.</summary>
    public static MaterialFacts Of(SocialMediaAccount account) =>
        new(account.Platform, account.PlatformName, account.Audience, account.Openness, account.Kind);

    /// <summary>What differs, in words: "platform (Facebook, now Instagram), audience". Free text is named, not quoted.</summary>
    public string DifferencesFrom(MaterialFacts before)
    {
        var differences = new List<string>();
        void Compare(string what, string? was, string? now)
        {
            if (!string.Equals(was ?? "", now ?? "", StringComparison.Ordinal))
            {
                differences.Add($"{what} ({was ?? "not chosen"}, now {now ?? "not chosen"})");
            }
        }

        Compare("platform", before.Platform.InWords(), Platform.InWords());
        Compare("kind of account", before.Kind.InWords(), Kind.InWords());
        Compare("open or closed", before.Openness.InWords(), Openness.InWords());
        if (!string.Equals(before.PlatformName, PlatformName, StringComparison.Ordinal))
        {
            differences.Add("name of the platform");
        }

        if (!string.Equals(before.Audience, Audience, StringComparison.Ordinal))
        {
            differences.Add("audience");
        }

        return string.Join(", ", differences);
    }
}

/// <summary>A business case that names an assessment, with the account that came of it where there is one.</summary>
/// <param name="ApplicationId">The business case. The account that came of it goes by the same number here.</param>
/// <param name="ApplicantId">Who wrote it.</param>
/// <param name="Facts">Its material facts now; those of the account where there is one.</param>
public sealed record CoverableCase(int ApplicationId, int ApplicantId, MaterialFacts Facts)
{
    /// <summary>The reference of the business case.</summary>
    public string Reference => Shared.Reference.Of(AccountApplication.ReferenceKind, ApplicationId);

    /// <summary>A business case as it is now.</summary>
    public static CoverableCase Of(AccountApplication application) => new(application.Id, application.ApplicantId, MaterialFacts.Of(application));
}

/// <summary>That an assessment covers a business case, pinned to its material facts.</summary>
public sealed class AssessmentCoverage
{
    private AssessmentCoverage()
    {
    }

    internal AssessmentCoverage(CoverableCase covered, DateTime at)
    {
        (ApplicationId, ApplicantId, PinnedAt) = (covered.ApplicationId, covered.ApplicantId, at);
        (Platform, PlatformName, Audience, Openness, Kind) = covered.Facts;
    }

    /// <summary>The row's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The business case.</summary>
    public int ApplicationId { get; private set; }

    /// <summary>Who wrote it: this person never decides about the assessment.</summary>
    public int ApplicantId { get; private set; }

    /// <summary>The platform, as pinned.</summary>
    public Platform? Platform { get; private set; }

    /// <summary>The platform's name, as pinned.</summary>
    public string PlatformName { get; private set; } = "";

    /// <summary>The audience, as pinned.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>Open or closed, as pinned.</summary>
    public Openness? Openness { get; private set; }

    /// <summary>The kind, as pinned.</summary>
    public AccountKind? Kind { get; private set; }

    /// <summary>When the facts were pinned, UTC.</summary>
    public DateTime PinnedAt { get; private set; }

    /// <summary>Who confirmed that the assessment covers it: whoever signed off, or the data protection officer afterwards.</summary>
    public int? ConfirmedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>The facts as pinned.</summary>
    public MaterialFacts Facts => new(Platform, PlatformName, Audience, Openness, Kind);

    /// <summary>Whether it is confirmed.</summary>
    public bool IsConfirmed => ConfirmedAt is not null;

    internal AssessmentCoverage Confirmed(int byId, DateTime at)
    {
        (ConfirmedById, ConfirmedAt) = (byId, at);
        return this;
    }
}
