using System.Net;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>The phone is lost, and the codes with it.</summary>
[Trait("Clause", "STF-1")]
public sealed class TakeAwaySecondFactorTests(AskingPortal portal) : IClassFixture<AskingPortal>
{
    private const string Reason = "Phone lost on the school trip; came to the office in person.";

    [Fact]
    public async Task A_portal_manager_takes_it_away_the_person_is_told_and_sets_up_a_new_one()
    {
        var manager = await portal.AppHolderAsync(Roles.PortalManager);
        var watching = await portal.AppHolderAsync(Roles.PortalManager);
        var lost = await portal.AppHolderAsync(Roles.SeniorLeader);

        var taken = await manager.Client.FillAsync(PathOf(lost), ("Reason", Reason));

        Assert.Equal($"/people/{lost.Person.Id}", taken.Location);
        Assert.Contains("Not set up", (await manager.Client.FollowAsync(taken)).Text, StringComparison.Ordinal);
        Assert.False(await lost.Client.IsSignedInAsync());
        var line = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking()
            .SingleAsync(found => found.Name == "SecondFactorTakenAway" && found.RecordId == lost.Person.Id));
        Assert.Equal((Reason, manager.Person.Id), (line.Reason, line.ActorId));
        var mail = (await portal.MailsToAsync(lost.Person.Id))[^1];
        Assert.Equal("Your second factor for the social media portal was taken away", mail.Subject);
        Assert.DoesNotContain("Phone lost", mail.Body, StringComparison.Ordinal);
        // The other portal manager sees it, whoever did it needs no telling.
        Assert.Equal([$"/people/{lost.Person.Id}"], await NotesOfAsync(watching.Person.Id, lost.Person));
        Assert.Empty(await NotesOfAsync(manager.Person.Id, lost.Person));

        var client = portal.Browser();
        Assert.Equal("/", (await client.TrySignInAsync(lost.Person.EmailAddress)).Location);
        Assert.StartsWith("/sign-in-settings", (await client.GetAsync("/")).Location, StringComparison.Ordinal);
        var (_, codes) = await portal.SetUpAppAsync(client);
        Assert.Equal(10, codes.Count);
        Assert.Empty(codes.Intersect(lost.Codes));
    }

    [Fact]
    public async Task It_takes_passkeys_and_a_lock_along()
    {
        var manager = await portal.AppHolderAsync(Roles.PortalManager);
        var lost = await portal.AppHolderAsync();
        using var device = new SoftwarePasskey();
        var page = await lost.Client.OpenAsync("/sign-in-settings/passkeys/add");
        var options = await lost.Client.PostAsync("/sign-in-settings/passkeys/options", [new("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!)]);
        await lost.Client.SubmitAsync(page, ("Name", "Phone"), ("Credential", device.Make(options.Content)));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await portal.Browser().TrySignInAsync(lost.Person.EmailAddress, "wrong");
        }

        await manager.Client.FillAsync(PathOf(lost), ("Reason", Reason));

        Assert.Equal(0, await portal.UseDatabaseAsync(database => database.UserPasskeys.CountAsync(passkey => passkey.UserId == lost.Person.Id)));
        Assert.Equal("/", (await portal.Browser().TrySignInAsync(lost.Person.EmailAddress)).Location);
    }

    [Fact]
    public async Task Nobody_does_it_to_themselves_or_without_a_reason_or_to_somebody_without_any()
    {
        var manager = await portal.AppHolderAsync(Roles.PortalManager);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Client.FillAsync(PathOf(manager), ("Reason", Reason))).Status);
        Assert.DoesNotContain("take-away-second-factor", (await manager.Client.OpenAsync($"/people/{manager.Person.Id}")).Content, StringComparison.Ordinal);

        var lost = await portal.AppHolderAsync();
        Assert.Equal([SignInErrors.ReasonMissing.Message], (await manager.Client.FillAsync(PathOf(lost), ("Reason", " "))).Errors);
        var tooLong = await manager.Client.FillAsync(PathOf(lost), ("Reason", new string('x', 501)));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal(new string('x', 501), tooLong.ValueOf("Reason"));
        Assert.DoesNotContain("SecondFactorTakenAway", await portal.EventsOfAsync(lost.Person.Id));

        // Twice: the second time there is nothing left to take.
        var page = await manager.Client.OpenAsync(PathOf(lost));
        var other = await manager.Client.OpenAsync(PathOf(lost));
        await manager.Client.SubmitAsync(page, ("Reason", Reason));
        Assert.Equal(HttpStatusCode.Conflict, (await manager.Client.SubmitAsync(other, ("Reason", Reason))).Status);
        Assert.Single(await portal.EventsOfAsync(lost.Person.Id), name => name == "SecondFactorTakenAway");
        Assert.Contains("there is none to take away", (await manager.Client.OpenAsync(PathOf(lost))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Client.GetAsync("/people/2147483647/take-away-second-factor")).Status);
    }

    [Fact]
    public async Task Other_roles_are_kept_out()
    {
        var lost = await portal.AppHolderAsync();
        var leader = await portal.AppHolderAsync(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Client.GetAsync(PathOf(lost))).Status);
        Assert.DoesNotContain("Second factor", (await leader.Client.OpenAsync($"/people/{lost.Person.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_tells_portal_managers_alone_who_has_one()
    {
        var manager = await portal.AppHolderAsync(Roles.PortalManager);
        var (with, without) = (await portal.AppHolderAsync(), await portal.PersonWithPasswordAsync());
        var list = await manager.Client.OpenAsync("/people?SecondFactor=NotSetUp");
        Assert.Contains(without.FullName, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(with.Person.FullName, list.Text, StringComparison.Ordinal);
        var others = await manager.Client.OpenAsync("/people?SecondFactor=SetUp");
        Assert.Contains(with.Person.FullName, others.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(without.FullName, others.Text, StringComparison.Ordinal);

        var leader = await portal.AppHolderAsync(Roles.SeniorLeader);
        var theirs = await leader.Client.OpenAsync("/people?SecondFactor=SetUp&TellsSecondFactor=true");
        Assert.DoesNotContain("econd factor", theirs.Text, StringComparison.Ordinal);
        // Asking all the same tells nothing: the list is as it would be without.
        Assert.Contains((await leader.Client.OpenAsync("/people")).Document.QuerySelector(".sg-showing")!.TextContent, theirs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_is_the_way_back_of_the_last_portal_manager()
    {
        var lost = await portal.AppHolderAsync(Roles.PortalManager);
        var made = await MakeAsync(lost, takeAway: false);
        Assert.Contains("--take-away-second-factor", made.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("SecondFactorTakenAway", await portal.EventsOfAsync(lost.Person.Id));

        var again = await MakeAsync(lost, takeAway: true);
        Assert.DoesNotContain("--take-away-second-factor", again.Sentence, StringComparison.Ordinal);
        Assert.Contains("SecondFactorTakenAway", await portal.EventsOfAsync(lost.Person.Id));
        Assert.Equal("Your second factor for the social media portal was taken away", (await portal.MailsToAsync(lost.Person.Id))[^1].Subject);
        var client = portal.Browser();
        Assert.Equal("/", (await client.FillAsync(new Uri(again.Link).AbsolutePath, ("NewPassword", "orange kettle tractor"))).Location);
        await portal.SetUpAppAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/people/invite")).Status);
    }

    private async Task<PortalManagerLink> MakeAsync(AppHolder holder, bool takeAway) => (await portal.UseAsync(services =>
        services.GetRequiredService<MakePortalManager>().RunAsync(holder.Person.EmailAddress, "A", "B", takeAway, default))).Value;

    private Task<List<string>> NotesOfAsync(int personId, Person about) => portal.UseDatabaseAsync(database => database.Set<Notification>().AsNoTracking()
        .Where(note => note.PersonId == personId && note.Reference == about.Reference).Select(note => note.Path).ToListAsync());

    private static string PathOf(AppHolder holder) => $"/people/{holder.Person.Id}/take-away-second-factor";
}
