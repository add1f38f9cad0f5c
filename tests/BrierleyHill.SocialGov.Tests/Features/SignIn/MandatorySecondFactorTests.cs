using System.Net;
using System.Text.RegularExpressions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>A portal that asks its leaders for a second factor, as it does wherever nobody switched that off.</summary>
public sealed class AskingPortal() : PortalFactory("Testing", new Dictionary<string, string> { ["SignIn:SecondFactor"] = "Required" });

/// <summary>Whoever's role opens much sets up a second factor before anything else.</summary>
[Trait("Clause", "STF-1")]
public sealed partial class MandatorySecondFactorTests(AskingPortal portal) : IClassFixture<AskingPortal>
{
    public static TheoryData<Roles> EveryRole => [.. RolesText.Each];

    // What opens before a second factor is set up: setting it up, the proof that this needs, the password, and going away.
    private static readonly string[] OpenBefore =
    [
        "GET sign-in-settings", "GET sign-in-settings/authenticator", "POST sign-in-settings/authenticator", "GET sign-in-settings/recovery-codes",
        "GET sign-in-settings/passkeys/add", "POST sign-in-settings/passkeys/add", "POST sign-in-settings/passkeys/options",
        "GET confirm-it-is-you", "POST confirm-it-is-you", "POST confirm-it-is-you/passkey", "POST confirm-it-is-you/passkey/options",
        "GET change-password", "POST change-password", "POST sign-out", "POST sign-out-everywhere",
    ];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Each_such_role_is_led_to_set_it_up_and_goes_on_afterwards(Roles role)
    {
        var person = await portal.PersonWithPasswordAsync(role);
        var client = portal.Browser();
        var signedIn = await client.TrySignInAsync(person.EmailAddress, page: "/sign-in?returnUrl=%2Fpolicy");
        var led = await client.GetAsync(signedIn.Location!);
        Assert.Equal("/sign-in-settings?returnUrl=%2Fpolicy", led.Location);

        var page = await client.FollowAsync(led);
        Assert.Contains("Set up a second factor before you go on", page.Text, StringComparison.Ordinal);
        // No links into what does not open yet.
        Assert.Empty(page.Document.QuerySelectorAll(".govuk-service-navigation__link"));

        // From the password a moment ago there is a fresh proof: nothing is asked twice.
        var setUp = await client.OpenAsync(page.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href")!);
        var key = SecondFactorSteps.KeyOn(setUp);
        var done = await client.SubmitAsync(setUp, ("Code", SecondFactorSteps.CodeOf(key, portal.Now)));
        Assert.Equal("/sign-in-settings/recovery-codes?returnUrl=%2Fpolicy", done.Location);
        var codes = await client.FollowAsync(done);
        Assert.Equal("/policy", codes.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/policy")).Status);
    }

    [Fact]
    public async Task Every_other_endpoint_waits()
    {
        var person = await portal.AddPersonAsync(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer | Roles.PortalManager);
        var client = await portal.SignInAsync(person);
        var token = (await client.OpenAsync("/confirm-it-is-you")).ValueOf("__RequestVerificationToken")!;
        var endpoints =
            from endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            select (Method: method, Pattern: endpoint.RoutePattern.RawText!);
        var open = new List<string>();
        foreach (var (method, pattern) in endpoints.Distinct().ToList())
        {
            if (OpenBefore.Contains($"{method} {pattern}"))
            {
                open.Add($"{method} {pattern}");
                continue;
            }

            var path = "/" + Parameter().Replace(pattern, match => match.Groups["name"].Value switch
            {
                "section" => "aim",
                "step" => "need",
                "passkey" or "key" => Guid.Empty.ToString(),
                _ => "2147483647",
            });
            var page = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, [new("__RequestVerificationToken", token)]);
            Assert.True(
                page.Location?.StartsWith("/sign-in-settings", StringComparison.Ordinal) == true, $"{method} {pattern} answered {(int)page.Status} {page.Location}");
        }

        Assert.Equal(OpenBefore.Order(), open.Order());
    }

    [Fact]
    public async Task What_opens_before_is_really_open()
    {
        var person = await portal.PersonWithPasswordAsync(Roles.PortalManager);
        var client = await portal.SignInAsync(person, portal.Now);
        foreach (var path in OpenBefore.Where(row => row.StartsWith("GET ", StringComparison.Ordinal)).Select(row => "/" + row[4..]))
        {
            await client.OpenAsync(path);
        }

        var signedOut = await client.SubmitFormAsync(await client.OpenAsync("/sign-in-settings"), "form[action='/sign-out']");
        Assert.Equal("/sign-in", signedOut.Location);
    }

    [Fact]
    public async Task A_role_that_is_given_counts_from_the_next_request()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = await portal.SignInAsync(person);
        Assert.True(await client.IsSignedInAsync());
        await portal.UseDatabaseAsync(async database =>
        {
            var known = await database.People.SingleAsync(one => one.Id == person.Id);
            Assert.False(known.ChangeRoles(Roles.Administrator, 1, PeopleActors.CommandLine, portal.Now).IsRefused);
            await database.SaveChangesAsync();
        });

        Assert.Equal("/sign-in-settings?returnUrl=%2Fpeople%2Fme", (await client.GetAsync("/people/me")).Location);
    }

    [Fact]
    public async Task Staff_without_a_role_go_on_with_a_password()
    {
        var person = await portal.PersonWithPasswordAsync();
        var client = portal.Browser();
        await client.TrySignInAsync(person.EmailAddress);
        Assert.True(await client.IsSignedInAsync());
        Assert.Contains("Whoever learns it can sign in as you", (await client.OpenAsync("/sign-in-settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_removes_the_last_factor_sets_one_up_again()
    {
        var holder = await portal.AppHolderAsync(Roles.SeniorLeader);
        Assert.True(await holder.Client.IsSignedInAsync());
        await holder.Client.FillAsync("/sign-in-settings/authenticator/remove");
        Assert.StartsWith("/sign-in-settings", (await holder.Client.GetAsync("/people/me")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_leader_sets_password_and_second_factor_in_one_go()
    {
        var (manager, _) = (await portal.AppHolderAsync(Roles.PortalManager), 0);
        var address = $"{Guid.NewGuid():N}@school.example";
        await manager.Client.FillAsync(
            "/people/invite", ("Forename", "Ingrid"), ("Surname", "Ivy"), ("EmailAddress", address), ("Affiliation", "Employee"), ("Roles", "SeniorLeader"));
        var id = await portal.UseDatabaseAsync(database => database.People.Where(person => person.EmailAddress == address).Select(person => person.Id).SingleAsync());
        var client = portal.Browser();
        var accepted = await client.FillAsync(await portal.LatestLinkAsync(id), ("NewPassword", "orange kettle tractor"));
        Assert.Equal("/sign-in-settings?returnUrl=%2F", (await client.GetAsync(accepted.Location!)).Location);
        var (_, codes) = await portal.SetUpAppAsync(client);
        Assert.Equal(10, codes.Count);
        Assert.True(await client.IsSignedInAsync());
    }

    [Theory]
    [InlineData("Production", null, SecondFactorRequirement.Required)]
    [InlineData("Staging", null, SecondFactorRequirement.Required)]
    [InlineData("Development", null, SecondFactorRequirement.Optional)]
    [InlineData("Development", "required", SecondFactorRequirement.Required)]
    [InlineData("Production", "Optional", SecondFactorRequirement.Optional)]
    public void It_is_asked_for_wherever_nobody_switched_it_off(string environment, string? setting, SecondFactorRequirement expected) =>
        Assert.Equal(expected, SecondFactorSettings.Read(Reader(setting), Environment(environment)).Requirement);

    [Fact]
    public void Another_value_stops_the_start()
    {
        var refused = Assert.Throws<StartRefusedException>(() => SecondFactorSettings.Read(Reader("off"), Environment("Production")));
        Assert.Contains("SignIn:SecondFactor", refused.Message, StringComparison.Ordinal);
    }

    private static SettingsReader Reader(string? setting) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["SignIn:SecondFactor"] = setting }).Build());

    private static IHostEnvironment Environment(string name) => Mock.Of<IHostEnvironment>(host => host.EnvironmentName == name);

    [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
