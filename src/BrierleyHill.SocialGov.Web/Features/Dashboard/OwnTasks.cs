using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Dashboard;

/// <summary>Something that a person has to do.</summary>
/// <param name="Text">What to do; the link.</param>
/// <param name="Href">Where it is done, from the root of the portal.</param>
/// <param name="Detail">How it stands, in a few words.</param>
/// <param name="IsOverdue">Whether it is late or stands in the way of something.</param>
public sealed record OwnTask(string Text, string Href, string Detail, bool IsOverdue);

/// <summary>Reads what the signed-in person has to do about policy, training, declarations, impact assessments, enquiries, monitoring, incidents and accounts.</summary>
public sealed class OwnTasks(
    SocialGovDbContext database, AccountTasks accounts, EnquiryTasks enquiries, MonitoringTasks monitoring, IncidentTasks incidents, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The tasks, those that are late first.</summary>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="facts">What readiness is worked out from.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<OwnTask>> ReadAsync(PeopleDirectory directory, ReadinessFacts facts, CancellationToken cancellationToken)
    {
        List<OwnTask> tasks = [];
        if (directory.Find(person.Id) is { } me)
        {
            AddReadiness(tasks, facts, facts.Of(me, clock.UtcNow()), (await database.LoadPeopleWhoRunAccountsAsync(cancellationToken)).Contains(me.Id));
        }

        await AddDeclarationsAsync(tasks, cancellationToken);
        await AddAssessmentsAsync(tasks, cancellationToken);
        await AddMentionsAsync(tasks, cancellationToken);
        if (person.Holds(Roles.SeniorLeader) && await database.LoadPolicyReviewAsync(clock.Today(), cancellationToken) is { IsNear: true } review)
        {
            tasks.Add(new OwnTask("Review the policy", "/policy", review.InWords, review.IsOverdue));
        }

        tasks.AddRange(await accounts.ReadAsync(directory, facts, cancellationToken));
        // Somebody waits for an answer, and a check is the work of the hour: these come before what has days.
        // What is about somebody's safety comes before all of it.
        tasks.InsertRange(0, [.. await incidents.ReadAsync(cancellationToken), .. await enquiries.ReadAsync(cancellationToken), .. await monitoring.ReadAsync(cancellationToken)]);
        return [.. tasks.OrderByDescending(task => task.IsOverdue)];
    }

    private void AddReadiness(List<OwnTask> tasks, ReadinessFacts facts, PersonReadiness readiness, bool runsAccount)
    {
        if (facts.IsPolicyPublished(clock.UtcNow()) && !readiness.Acknowledged.IsMet)
        {
            tasks.Add(new OwnTask("Read and acknowledge the policy", "/policy", "The policy asks it of everybody who acts for the school", true));
        }

        var soon = clock.Today().AddDays(ReminderSchedule.DaysBefore[0]);
        if (runsAccount && facts.IsCourseSetUp && !readiness.Trained.IsMet)
        {
            tasks.Add(new OwnTask("Book your training", "/training/mine", readiness.Trained.Standing, true));
        }
        else if (readiness.Trained is { IsMet: true, Until: { } until } && until <= soon)
        {
            tasks.Add(new OwnTask("Book a refresher", "/training/mine", $"Your training is in date until {LondonTime.DisplayDate(until)}", false));
        }
    }

    private async Task AddDeclarationsAsync(List<OwnTask> tasks, CancellationToken cancellationToken)
    {
        var own = await database.Declarations.AsNoTracking()
            .Where(declaration => declaration.PersonId == person.Id && declaration.Status == DeclarationStatus.Current)
            .ToListAsync(cancellationToken);
        var task = PersonalAccountDeclaration.StandingOf(own, clock.Today()) switch
        {
            PersonalAccountStanding.NotDeclared => new OwnTask("Declare your own accounts", "/declarations", "One click if none of them names the school", false),
            PersonalAccountStanding.DisclaimerMissing => new OwnTask("Show the disclaimer on your own account", "/declarations", "It names the school and carries no disclaimer", true),
            PersonalAccountStanding.ConfirmAgain => new OwnTask("Confirm what you declared", "/declarations", "It was last confirmed more than a year ago", false),
            PersonalAccountStanding.InOrder => null,
        };
        if (task is not null)
        {
            tasks.Add(task);
        }
    }

    private async Task AddMentionsAsync(List<OwnTask> tasks, CancellationToken cancellationToken)
    {
        if (!PublicMention.CheckMayDecide(person.Actor).IsRefused
            && await database.Mentions.CountAsync(mention => mention.Status == MentionStatus.New, cancellationToken) is > 0 and var waiting)
        {
            tasks.Add(new OwnTask(
                waiting == 1 ? "Decide about 1 mention" : $"Decide about {waiting} mentions", "/mentions?Status=New", "Public postings about the school: in scope or left alone", false));
        }
    }

    private async Task AddAssessmentsAsync(List<OwnTask> tasks, CancellationToken cancellationToken)
    {
        var advises = person.Holds(Roles.DataProtectionOfficer);
        var all = await database.ImpactAssessments.AsNoTracking()
            .Where(assessment => (assessment.AuthorId == person.Id
                    && (assessment.Status == AssessmentStatus.Draft || assessment.Status == AssessmentStatus.ReturnedByDpo))
                || (advises && assessment.Status == AssessmentStatus.WithDpo))
            .OrderBy(assessment => assessment.StatusSince)
            .Select(assessment => new { assessment.Id, assessment.Title, assessment.Status, IsReopened = assessment.ReopenedBecause != null })
            .ToListAsync(cancellationToken);
        tasks.AddRange(all.Where(assessment => assessment.Status != AssessmentStatus.WithDpo).Select(assessment => new OwnTask(
            (assessment.Status, assessment.IsReopened) switch
            {
                (AssessmentStatus.ReturnedByDpo, _) => $"Improve the impact assessment “{assessment.Title}”",
                (_, true) => $"Look again at the impact assessment “{assessment.Title}”",
                _ => $"Go on with the impact assessment “{assessment.Title}”",
            },
            $"/impact-assessments/{assessment.Id}/tasks",
            assessment.Status == AssessmentStatus.ReturnedByDpo
                ? $"{Reference.Of(ImpactAssessment.ReferenceKind, assessment.Id)}, returned with comments"
                : assessment.IsReopened
                    ? $"{Reference.Of(ImpactAssessment.ReferenceKind, assessment.Id)}, reopened because an account changed"
                    : $"{Reference.Of(ImpactAssessment.ReferenceKind, assessment.Id)}, a draft",
            assessment.Status == AssessmentStatus.ReturnedByDpo || assessment.IsReopened)));
        if (all.Count(assessment => assessment.Status == AssessmentStatus.WithDpo) is > 0 and var waiting)
        {
            tasks.Add(new OwnTask("Advise on impact assessments", "/impact-assessments/queue", waiting == 1 ? "1 waits for you" : $"{waiting} wait for you", true));
        }
    }
}
