using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>What people have read in the portal, and who wants some e-mails in the morning.</summary>
internal sealed class DemoNotifications(DemoStory story)
{
    /// <summary>Adds the steps.</summary>
    public void Tell()
    {
        Choose("Whitcombe", story.At(20, 8, 5), NotificationKinds.PolicyAndTraining | NotificationKinds.ImpactAssessments | NotificationKinds.Handovers);
        Choose("Llewellyn", story.At(18, 16, 40), NotificationKinds.PolicyAndTraining);
        story.Step(story.At(1, 7, 15), ReadAsync);
    }

    private void Choose(string surname, DateTime at, NotificationKinds kinds) =>
        story.Step(at, () => DemoStory.Done(story.Person(surname).ChooseSummary(kinds, story.By(surname), at)));

    // People have read what is older than two working days, and of the morning summaries nothing is left from before.
    private async Task ReadAsync()
    {
        var before = LondonTime.StartOfDay(story.DayBefore(2));
        foreach (var notification in await story.Database.Notifications.Where(one => one.CreatedAt < before).ToListAsync())
        {
            notification.MarkAsRead(notification.CreatedAt.AddHours(2));
        }

        story.Database.SummaryLines.RemoveRange(await story.Database.SummaryLines.Where(line => line.At < before).ToListAsync());
    }
}
