using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>A version that was called material asks everybody who is active to acknowledge it. Another asks nobody.</summary>
public sealed class AskEverybodyToAcknowledge(EmailOutbox outbox) : EventRule<PolicyVersion, PolicyPublished>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PolicyVersion record, PolicyPublished happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        if (!happened.IsMaterial)
        {
            return;
        }

        foreach (var person in await database.LoadActiveAsync(Roles.None, cancellationToken))
        {
            database.Notifications.Add(new Notification(
                person.Id, record.Reference, $"Version {happened.Number} of the social media policy is in force. Please read and acknowledge it.", "/policy", happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, person, PolicyEmails.Acknowledge(record.Reference), happened.At);
        }
    }
}

/// <summary>Senior leaders are reminded of the review, before its day and after it passed (REV-1).</summary>
public sealed class RemindLeadersOfReview(EmailOutbox outbox) : EventRule<PolicyVersion, PolicyReviewChased>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(PolicyVersion record, PolicyReviewChased happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        var isOverdue = happened.DaysLeft < 0;
        var text = isOverdue
            ? $"The review of the social media policy is overdue since {LondonTime.DisplayDate(happened.NextReviewOn)}."
            : $"The social media policy is to be reviewed by {LondonTime.DisplayDate(happened.NextReviewOn)}.";
        var email = isOverdue ? PolicyEmails.ReviewOverdue(record.Reference) : PolicyEmails.ReviewDue(record.Reference);
        foreach (var leader in await database.LoadActiveAsync(Roles.SeniorLeader, cancellationToken))
        {
            database.Notifications.Add(new Notification(leader.Id, record.Reference, text, "/policy", happened.At, NotificationKinds.PolicyAndTraining));
            outbox.Queue(database, leader, email, happened.At);
        }
    }
}
