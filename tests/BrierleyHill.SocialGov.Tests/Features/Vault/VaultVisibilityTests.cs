using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Vault;

/// <summary>Who comes in where, on every route of the vault, tried over HTTP. For whoever may not know of it there is no vault.</summary>
[Trait("Clause", "ADM-3")]
[Trait("Clause", "STF-1")]
public class VaultVisibilityTests(VaultVisibilityTests.Filled portal) : IClassFixture<VaultVisibilityTests.Filled>
{
    // Method, pattern behind "vault", and who comes in: administrators of the account always do. L: a senior leader, C: whoever creates it.
    private static readonly (string Method, string Pattern, string Who)[] Table =
    [
        ("GET", "", "LC"),
        ("GET", "add", "C"),
        ("POST", "add", "C"),
        ("POST", "add/generate", "C"),
        ("GET", "{id:int}", "LC"),
        ("GET", "{id:int}/describe", "C"),
        ("POST", "{id:int}/describe", "C"),
        ("GET", "{id:int}/withdraw", ""),
        ("POST", "{id:int}/withdraw", ""),
        ("GET", "{id:int}/versions", ""),
        ("GET", "{id:int}/{kind}/store", "C"),
        ("POST", "{id:int}/{kind}/store", "C"),
        ("POST", "{id:int}/password/generate", "C"),
        ("GET", "{id:int}/{kind}/reveal", "L"),
        ("POST", "{id:int}/{kind}/reveal", "L"),
        ("GET", "{id:int}/{kind}/{number:int}/reveal", "L"),
        ("POST", "{id:int}/{kind}/{number:int}/reveal", "L"),
        ("GET", "{id:int}/code", "L"),
        ("POST", "{id:int}/code", "L"),
        ("GET", "{id:int}/recovery-codes", ""),
        ("POST", "{id:int}/recovery-codes/{number:int}/used", ""),
        ("GET", "history", ""),
        ("GET", "platform-roles", "LC"),
        ("GET", "platform-roles/add", "C"),
        ("POST", "platform-roles/add", "C"),
        ("GET", "platform-roles/{roleId:int}/remove", "C"),
        ("POST", "platform-roles/{roleId:int}/remove", "C"),
    ];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (method, pattern, who) in Table)
            {
                rows.Add(method, pattern, who);
            }

            return rows;
        }
    }

    [Fact]
    public void Every_route_of_the_vault_is_in_the_table()
    {
        const string Prefix = "accounts/{accountId:int}/vault";
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(Prefix, StringComparison.Ordinal) == true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method =>
                $"{method} {endpoint.RoutePattern.RawText![Prefix.Length..].TrimStart('/')}"));

        Assert.Equal(Table.Select(row => $"{row.Method} {row.Pattern}").Order(), routes.Order());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_person_comes_in_where_the_table_says_and_finds_nothing_elsewhere(string method, string pattern, string who)
    {
        Assert.All(await TryAsync(method, pattern, awaiting: false), found => Assert.Equal(
            found.Person switch
            {
                "lead" or "deputy" => Answer.In,
                "leader" => who.Contains('L', StringComparison.Ordinal) ? Answer.In : Answer.Refused,
                _ => Answer.NotThere,
            },
            found.Answer));
        Assert.All(await TryAsync(method, pattern, awaiting: true), found => Assert.Equal(
            found.Person switch
            {
                "lead" or "deputy" => Answer.In,
                "leader" => who.Contains('L', StringComparison.Ordinal) ? Answer.In : Answer.Refused,
                "administrator" or "administrator of another" => who.Contains('C', StringComparison.Ordinal) ? Answer.In : Answer.Refused,
                _ => Answer.NotThere,
            },
            found.Answer));
    }

    [Fact]
    public async Task A_sign_in_of_another_account_is_not_found_by_the_administrators_of_this_one()
    {
        var (mine, other) = (await portal.AddVaultAccountAsync(), await portal.AddVaultAccountAsync());
        var id = await portal.AddCredentialAsync(other);
        var lead = await portal.SignInAsync(mine.Lead, portal.Now);

        // By the other's address, and slipped under their own.
        foreach (var path in new[] { other.Path, mine.Path })
        {
            foreach (var page in new[] { "", "/describe", "/password/store", "/password/reveal", "/password/1/reveal", "/code", "/recovery-codes", "/versions", "/withdraw" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync($"{path}/{id}{page}")).Status);
            }
        }

        var form = await lead.OpenAsync($"{mine.Path}/add");
        var answer = await lead.PostAsync($"{mine.Path}/{id}/password/reveal", Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form.Document.QuerySelector("main form")!, ("Form.Reason", "To look.")));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain(Vaults.Password, answer.Content, StringComparison.Ordinal);
        Assert.Empty((await portal.SavedCredentialAsync(id)).Current(SecretKind.Password)!.Reveals);
    }

    [Fact]
    public async Task A_reference_leads_to_the_sign_in_for_those_who_may_know_of_it_alone()
    {
        var (mine, other) = (await portal.AddVaultAccountAsync(), await portal.AddVaultAccountAsync());
        var id = await portal.AddCredentialAsync(other);
        var manager = (await portal.PersonAsync(Roles.PortalManager)).Client;

        Assert.Equal($"{other.Path}/{id}", (await (await portal.SignInAsync(other.Lead)).GetAsync($"/vault/{id}")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(mine.Lead)).GetAsync($"/vault/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/vault/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(other.Lead)).GetAsync("/vault/2147483647")).Status);
    }

    [Fact]
    public async Task Whoever_loses_the_assignment_finds_nothing_from_the_next_request()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var deputy = await portal.SignInAsync(account.Deputy, portal.Now);
        var open = await deputy.OpenAsync($"{account.Path}/{id}/password/reveal");
        await portal.UseDatabaseAsync(async database =>
        {
            var found = (await database.Accounts.FindAsync(account.Id))!;
            Vaults.Done(found.EndAssignment(account.Deputy.Id, "Other duties.", await database.LoadDirectoryAsync(default), account.Approver.AsActor(), portal.Now));
            await database.SaveChangesAsync();
        });

        var page = await deputy.SubmitAsync(open, ("Form.Reason", "To post."));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain(Vaults.Password, page.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_that_is_none_is_not_found()
    {
        var account = await portal.AddVaultAccountAsync();
        var id = await portal.AddCredentialAsync(account);
        var lead = await portal.SignInAsync(account.Lead, portal.Now);
        foreach (var kind in new[] { "nothing", "99", "-1", "%3Cb%3E" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync($"{account.Path}/{id}/{kind}/store")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync($"{account.Path}/{id}/{kind}/reveal")).Status);
        }
    }

    private enum Answer
    {
        In,
        Refused,
        NotThere,
    }

    private async Task<IReadOnlyList<(string Person, Answer Answer)>> TryAsync(string method, string pattern, bool awaiting)
    {
        // An account of its own for each row: some of these change it.
        var account = await portal.AddVaultAccountAsync(awaiting ? AccountStatus.AwaitingCreation : AccountStatus.Active, portal.Cast["lead"], portal.Cast["deputy"]);
        var id = await portal.AddCredentialAsync(
            account, "Profile", (SecretKind.Password, Vaults.Password), (SecretKind.OneTimeCodeSecret, Vaults.OneTimeCodeKey), (SecretKind.RecoveryCode, "one\ntwo"));
        var role = await portal.UseDatabaseAsync(async database =>
        {
            var directory = await database.LoadDirectoryAsync(default);
            var added = Vaults.Done(PlatformRole.Add(
                account.Lead.Id, "Editor", null, await Vaults.AccessAsync(database, account.Id, account.Lead, portal.Now), directory, portal.Now));
            database.PlatformRoles.Add(added);
            var its = (await database.Accounts.FindAsync(account.Id))!;
            Vaults.Done(its.Assign(portal.Cast["poster"].Id, AssignmentRole.Poster, directory, account.Approver.AsActor(), portal.Now));
            await database.SaveChangesAsync();
            return added.Id;
        });
        var path = $"{account.Path}/{pattern}".TrimEnd('/')
            .Replace("{id:int}", $"{id}", StringComparison.Ordinal)
            .Replace("{kind}", "password", StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{roleId:int}", $"{role}", StringComparison.Ordinal);
        var found = new List<(string, Answer)>();
        foreach (var (name, person) in portal.Cast)
        {
            var client = await portal.SignInAsync(person, portal.Now);
            var page = method == "GET" ? await client.GetAsync(path) : await PostAsync(client, path);
            Assert.DoesNotContain(
                Vaults.Password, method == "POST" && path.EndsWith("/reveal", StringComparison.Ordinal) && page.Status == HttpStatusCode.OK ? "" : page.Content, StringComparison.Ordinal);
            found.Add((name, page.Status switch
            {
                HttpStatusCode.NotFound => Answer.NotThere,
                HttpStatusCode.Forbidden => Answer.Refused,
                HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.BadRequest or HttpStatusCode.Conflict => Answer.In,
                _ => throw new InvalidOperationException($"{name} at {method} {path}: {(int)page.Status}"),
            }));
        }

        return found;
    }

    private static async Task<Page> PostAsync(PortalClient client, string path)
    {
        // A form of a page that everybody has: its token is as good as any other.
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await client.OpenAsync("/applications/start")).Document.QuerySelector("main form")!;
        return await client.PostAsync(path, Page.Fields(form, ("Form.Reason", "To look."), ("Form.Label", "Other"), ("Form.Secret", "other-secret")));
    }

    /// <summary>People of every kind.</summary>
    public sealed class Filled : PortalFactory, IAsyncLifetime
    {
        public Dictionary<string, Person> Cast { get; } = [];

        public async Task InitializeAsync()
        {
            (string Name, Roles Roles)[] people =
            [
                ("lead", Roles.None), ("deputy", Roles.None), ("poster", Roles.None), ("nobody", Roles.None), ("leader", Roles.SeniorLeader),
                ("administrator", Roles.Administrator), ("administrator of another", Roles.Administrator), ("manager", Roles.PortalManager),
                ("officer", Roles.DataProtectionOfficer), ("administers another", Roles.None),
            ];
            foreach (var (name, roles) in people)
            {
                Cast[name] = await AddPersonAsync(roles);
            }

            await this.AddVaultAccountAsync(AccountStatus.Active, Cast["administrator of another"], Cast["administers another"]);
        }

        Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
    }
}
