using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Reviews and verifications of the accounts that are live: one kept, to be looked at again soon, which is overdue by now; one with a change
/// that is open; one verified as it should be; one verified with a finding.
/// </summary>
internal sealed class DemoReviews(DemoStory story)
{
    private const string News = "Brierley Hill Primary News";
    private const string Forest = "Forest School at Brierley Hill";
    private const string Closures = "Brierley Hill Closures and Travel";

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        Do(Forest, story.At(22, 16, 20), (account, at) => account.Review(
            Aspects(),
            ReviewOutcome.Keep,
            "Families like it. These are pictures of a small group, so I want to see again in a few weeks that followers are let in one by one.",
            story.DayBefore(3),
            story.By("Whitcombe"),
            at));
        Do(News, story.At(12, 11, 30), (account, at) => account.Verify(Points(), story.By("Pugh"), at));
        Do(News, story.At(10, 15, 45), (account, at) => account.Review(
            Aspects(new ReviewedAspect(
                ReviewAspect.Administrators, AspectVerdict.Change, "Both administrators are away in the same weeks of the summer. A third is needed, who works in the holidays.")),
            ReviewOutcome.Change,
            "It does what it is for, but nobody can answer in August.",
            null,
            story.By("Whitcombe"),
            at));
        Do(Closures, story.At(10, 9, 10), (account, at) => account.Verify(
            Points(new VerifiedPoint(VerificationPoint.Recovery, false, "The telephone number is that of the old office. It rings in a classroom.")), story.By("Pugh"), at));
    }

    private static List<ReviewedAspect> Aspects(ReviewedAspect? instead = null) =>
        [.. Enum.GetValues<ReviewAspect>().Select(aspect => instead?.Aspect == aspect ? instead : new ReviewedAspect(aspect, AspectVerdict.Keep, ""))];

    private static List<VerifiedPoint> Points(VerifiedPoint? instead = null) =>
        [.. Enum.GetValues<VerificationPoint>().Select(point => instead?.Point == point ? instead : new VerifiedPoint(point, true, ""))];

    private void Do(string name, DateTime at, Func<SocialMediaAccount, DateTime, Result> act) => story.Step(at, async () =>
    {
        // An account that has not gone live in the story has nothing to look at.
        if (await story.Database.Accounts.SingleOrDefaultAsync(account => account.Name == name) is { IsLive: true } account)
        {
            DemoStory.Done(act(account, at));
        }
    });
}
