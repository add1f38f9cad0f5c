using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Infrastructure;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.ImpactAssessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.ImpactAssessments;

/// <summary>Reviews are chased: each reminder once, also after a downtime, also by two processes on one database.</summary>
[Trait("Clause", "DP-2")]
public class AssessmentReviewTests
{
    [Fact]
    public async Task Author_and_officers_are_reminded_once_for_each_step()
    {
        await using var portal = new PortalFactory();
        var (author, officer) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.DataProtectionOfficer));
        await portal.AddAssessmentAsync(author, officer, AssessmentStatus.SignedOff);
        Task<int> RunAsync() => portal.UseAsync(services => services.GetRequiredService<RemindOfReviews>().RunAsync(CancellationToken.None));
        async Task<int> ToldAsync(int person) => await portal.UseDatabaseAsync(database =>
            database.Notifications.CountAsync(told => told.PersonId == person && (told.Text.Contains("reviewed in") || told.Text.Contains("overdue"))));

        // Signed off on 10 March 2026, to be reviewed on 10 September; 13 July is a Monday.
        Assert.Equal(0, await RunAsync());
        await AdvanceToAsync(portal, new DateTime(2026, 7, 10, 7, 30, 0, DateTimeKind.Utc));
        Assert.Equal(0, await RunAsync());
        await AdvanceToAsync(portal, new DateTime(2026, 7, 13, 6, 59, 0, DateTimeKind.Utc));
        Assert.Equal(0, await RunAsync());
        await AdvanceToAsync(portal, new DateTime(2026, 7, 13, 7, 0, 0, DateTimeKind.Utc));
        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
        Assert.Equal((1, 1), (await ToldAsync(author.Id), await ToldAsync(officer.Id)));

        // Down from before the reminder of thirty days until after that of seven: one reminder makes up for both.
        await AdvanceToAsync(portal, new DateTime(2026, 9, 7, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));

        // A week of downtime over the date, then weekly.
        await AdvanceToAsync(portal, new DateTime(2026, 9, 14, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
        await AdvanceToAsync(portal, new DateTime(2026, 9, 21, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
        Assert.Equal((4, 4), (await ToldAsync(author.Id), await ToldAsync(officer.Id)));
        Assert.Contains("The review has been overdue since 10 September 2026.", (await (await portal.SignInAsync(author)).OpenAsync("/impact-assessments/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_on_one_database_remind_once()
    {
        await using var one = await PortalServices.StartAsync(also: services => services.AddImpactAssessments());
        await using var other = await PortalServices.StartAsync(also: services => services.AddImpactAssessments(), beside: one);
        await one.AddPersonAsync("Aisha");
        await one.AddPersonAsync("Helen", Roles.DataProtectionOfficer);
        await one.DoAsync(async database =>
        {
            var people = await database.People.OrderBy(person => person.Id).ToListAsync();
            var (by, dpo, at) = (people[0].AsActor(), people[1].AsActor(), PortalServices.Start.UtcDateTime);
            var directory = await database.LoadDirectoryAsync(CancellationToken.None);
            var assessment = ImpactAssessment.Start("Pictures", null, by, at).Value;
            database.ImpactAssessments.Add(assessment);
            Assessments.Answer(assessment, by, at, directory: directory);
            Assessments.Done(assessment.Send("", [people[1].Id], [], directory, by, at));
            Assessments.Done(Assessments.Judge(assessment, at: at, by: dpo, directory: directory));
            Assessments.Done(assessment.SignOff("Fine.", new DateOnly(2026, 9, 10), [], directory, dpo, at));
            await database.SaveChangesAsync();
        });
        one.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 14, 9, 0, 0, TimeSpan.Zero));

        var reminded = await Task.WhenAll(Enumerable.Range(0, 6).Select(place => Task.Run(() => (place % 2 == 0 ? one : other).RunAsync<RemindOfReviews>())));

        Assert.Equal(1, reminded.Sum());
        Assert.Equal(2, await one.ReadAsync(database => database.Notifications.CountAsync(told => told.Text.Contains("overdue"))));
        Assert.Equal(1, await one.ReadAsync(database => database.AuditEvents.CountAsync(line => line.Name == "AssessmentReviewReminded")));
    }

    private static Task AdvanceToAsync(PortalFactory portal, DateTime now)
    {
        portal.Clock.SetUtcNow(new DateTimeOffset(now));
        return Task.CompletedTask;
    }
}
