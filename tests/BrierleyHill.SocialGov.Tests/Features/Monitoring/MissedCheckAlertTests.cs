using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Monitoring;

/// <summary>A missed check alerts the person, then the account's administrators, then the leaders; what was done alerts nobody.</summary>
[Trait("Clause", "MON-1")]
public class MissedCheckAlertTests
{
    [Fact]
    [Trait("Clause", "ADM-4")]
    public async Task The_person_then_the_administrators_then_the_leaders()
    {
        await using var portal = new PortalFactory();
        var world = await World.MakeAsync(portal);

        await world.RaiseAsync(9);
        Assert.Equal(["poster"], await world.ToldAsync());
        await world.RaiseAsync(11);
        Assert.Equal(["deputy", "lead", "poster"], await world.ToldAsync());
        await world.RaiseAsync(13);
        Assert.Equal(["leader"], await world.ToldAsync());

        var mails = await portal.UseDatabaseAsync(database => database.OutgoingEmails.OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync());
        Assert.Equal(
            ["CHK-000001: a monitoring check waits for you", "CHK-000001: a monitoring check has been missed", "CHK-000001: a monitoring check has been missed",
                "CHK-000001: a monitoring check has been missed", "CHK-000001: a monitoring check is still missed"],
            mails.Where(subject => subject.StartsWith("CHK", StringComparison.Ordinal)));
        Assert.All(mails, subject => Assert.DoesNotContain("Science Club", subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_downtime_the_leaders_are_told_and_with_them_whoever_was_skipped()
    {
        await using var portal = new PortalFactory();
        var world = await World.MakeAsync(portal);

        await world.RaiseAsync(20);

        Assert.Equal(["deputy", "lead", "leader", "poster"], await world.ToldAsync());
    }

    [Fact]
    public async Task Where_the_person_has_left_the_administrators_are_asked_from_the_first()
    {
        await using var portal = new PortalFactory();
        var world = await World.MakeAsync(portal);
        await portal.UseDatabaseAsync(database => database.People
            .Where(person => person.Id == world.Poster.Id).ExecuteUpdateAsync(person => person.SetProperty(found => found.Status, PersonStatus.Deactivated)));

        await world.RaiseAsync(9);

        Assert.Equal(["deputy", "lead"], await world.ToldAsync());
    }

    [Fact]
    public async Task A_check_that_was_done_raises_no_alert_and_no_longer_nags()
    {
        await using var portal = new PortalFactory();
        var world = await World.MakeAsync(portal);
        await world.RaiseAsync(9);
        var poster = await portal.SignInAsync(world.Poster);
        await poster.SubmitAsync(await poster.OpenAsync($"/monitoring/checks/{world.CheckId}"), ("Form.Result", "NothingFound"));

        Assert.True(await world.RaiseAsync(11) is { Code: "Alert.NoneDue" });

        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.PersonId == world.Poster.Id && told.Reference == "CHK-000001" && told.ReadAt == null)));
    }

    [Fact]
    [Trait("Clause", "MON-3")]
    public async Task A_follow_up_is_chased_on_its_morning_when_its_day_has_ended_and_two_days_later()
    {
        await using var portal = new PortalFactory();
        var world = await World.MakeAsync(portal);
        await portal.UseDatabaseAsync(async database =>
        {
            var account = (await database.FindMonitoredAccountAsync(world.AccountId, CancellationToken.None))!;
            var check = await database.MonitoringChecks.SingleAsync();
            Assert.False(check.Do(Rotas.Something, [], account.Team, world.Lead.AsActor(), portal.Now).IsRefused);
            database.MonitoringFollowUps.Add(MonitoringFollowUp.Agree(
                check, "Reply to them.", world.Poster.Id, new DateOnly(2026, 3, 13), account.Team, [], world.Lead.AsActor(), portal.Now).Value);
            await database.SaveChangesAsync();
        });
        Assert.Equal(["poster"], await world.ToldAsync());

        await world.RaiseAsync(8, day: 13, DeadlineSubject.MonitoringFollowUp);
        Assert.Equal(["poster"], await world.ToldAsync());
        await world.RaiseAsync(0, day: 14, DeadlineSubject.MonitoringFollowUp);
        Assert.Equal(["deputy", "lead", "poster"], await world.ToldAsync());
        await world.RaiseAsync(0, day: 16, DeadlineSubject.MonitoringFollowUp);
        Assert.Equal(["leader"], await world.ToldAsync());
    }

    [Fact]
    public async Task A_leaver_on_a_rota_is_told_to_its_administrators_and_to_administrators_by_role()
    {
        await using var portal = new PortalFactory();
        var world = await World.MakeAsync(portal);
        await world.ToldAsync();

        await portal.UseDatabaseAsync(async database =>
        {
            var poster = await database.People.SingleAsync(person => person.Id == world.Poster.Id);
            Assert.False(poster.RecordLeavingDate(new DateOnly(2026, 4, 1), world.Office.AsActor() with { Roles = Roles.PortalManager }, portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        Assert.Equal(2, await portal.UseDatabaseAsync(database => database.Notifications.CountAsync(told => told.Text.StartsWith("Somebody on the monitoring rota of"))));
        var page = await (await portal.SignInAsync(world.Lead)).OpenAsync($"/monitoring/{world.AccountId}");
        Assert.DoesNotContain("cannot do it any more", page.Text, StringComparison.Ordinal);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 4, 2, 10, 0, 0, TimeSpan.Zero));
        page = await (await portal.SignInAsync(world.Lead)).OpenAsync($"/monitoring/{world.AccountId}");
        Assert.Contains($"{world.Poster.FullName} is on the rota and cannot do it any more", page.Text, StringComparison.Ordinal);
        var overview = await (await portal.SignInAsync(world.Leader)).OpenAsync("/monitoring");
        Assert.Contains($"Change the rota {world.Poster.FullName} is not there any more", overview.Text, StringComparison.Ordinal);
    }

    /// <summary>An account with a lead, a deputy and a poster, whose check of nine o'clock on Wednesday is expected.</summary>
    private sealed record World(PortalFactory Portal, int AccountId, int CheckId, Person Lead, Person Deputy, Person Poster, Person Leader, Person Office)
    {
        private int _seen;

        public static async Task<World> MakeAsync(PortalFactory portal)
        {
            var (lead, deputy, poster) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddPersonAsync());
            var account = await portal.AddLiveAccountAsync(lead, deputy);
            // One leader alone, so that whom the story calls "leader" is all of them.
            await portal.UseDatabaseAsync(database => database.People.Where(person => person.Roles == Roles.SeniorLeader)
                .ExecuteUpdateAsync(person => person.SetProperty(found => found.Roles, Roles.None)));
            var (leader, office) = (await portal.AddPersonAsync(Roles.SeniorLeader), await portal.AddPersonAsync(Roles.Administrator));
            await portal.AssignPosterAsync(account.Id, poster);
            await portal.PlanRotaAsync(account.Id, lead.AsActor(), (new TimeOnly(9, 0), poster.Id));
            Assert.Equal(1, await ExpectChecksTests.RunAtAsync(portal, 11, 9));
            var world = new World(portal, account.Id, (await portal.ChecksAsync(account.Id)).Single().Id, lead, deputy, poster, leader, office);
            await world.ToldAsync();
            return world;
        }

        public async Task<Error?> RaiseAsync(int hour, int day = 11, DeadlineSubject subject = DeadlineSubject.MonitoringCheck)
        {
            Portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, day, hour, 0, 0, TimeSpan.Zero));
            return await Portal.UseDatabaseAsync(async database =>
            {
                var deadline = await database.Deadlines.SingleAsync(found => found.Subject == subject);
                var raised = deadline.RaiseAlert(Actor.Portal("Alerts"), Portal.Now);
                await database.SaveChangesAsync();
                return raised.Error;
            });
        }

        /// <summary>Who has been told something since it was last asked, by what they are here.</summary>
        public async Task<IReadOnlyList<string>> ToldAsync()
        {
            var told = await Portal.UseDatabaseAsync(database => database.Notifications.Where(one => one.Id > _seen).OrderBy(one => one.Id).ToListAsync());
            _seen = told.Count == 0 ? _seen : told[^1].Id;
            return [.. told.Select(one => NameOf(one)).Order()];
        }

        private string NameOf(Notification told) => told.PersonId switch
        {
            var id when id == Lead.Id => "lead",
            var id when id == Deputy.Id => "deputy",
            var id when id == Poster.Id => "poster",
            var id when id == Leader.Id => "leader",
            var id when id == Office.Id => "office",
            _ => "somebody else",
        };
    }
}
