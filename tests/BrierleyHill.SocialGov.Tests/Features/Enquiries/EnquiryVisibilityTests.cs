using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Enquiries;

/// <summary>Who sees which enquiry and which e-mail of a platform: on every route, in the list, its count, the search and the file.</summary>
public class EnquiryVisibilityTests(EnquiryVisibilityTests.School portal) : IClassFixture<EnquiryVisibilityTests.School>
{
    private static IEnumerable<(string Method, string Path)> RoutesOf(IServiceProvider services, string begins) =>
        from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
        let pattern = endpoint.RoutePattern.RawText!
        where pattern.StartsWith(begins, StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, "/" + pattern);

    private async Task<IReadOnlyList<(string Route, HttpStatusCode Status)>> TryAsync(PortalClient client, string begins, int id)
    {
        var token = (await client.OpenAsync("/enquiries/new")).Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var answers = new List<(string, HttpStatusCode)>();
        foreach (var (method, path) in RoutesOf(portal.Services, begins))
        {
            var address = path.Replace("{id:int}", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var page = method == "GET"
                ? await client.GetAsync(address)
                : await client.PostAsync(address, [new("__RequestVerificationToken", token), new("Form.Version", "1"), new("Version", "1")]);
            answers.Add(($"{method} {path}", page.Status));
        }

        return answers;
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.DataProtectionOfficer)]
    public async Task For_a_stranger_no_route_knows_it(Roles roles)
    {
        var (_, client) = await portal.PersonAsync(roles);

        var answers = await TryAsync(client, "enquiries/{id:int}", portal.Enquiry);
        Assert.True(answers.Count >= 20, $"Only {answers.Count} routes were tried.");
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.NotFound, $"{answer.Route} answered {answer.Status}"));
        answers = await TryAsync(client, "enquiries/drafts/{id:int}", portal.Draft);
        Assert.Equal(3, answers.Count);
        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.NotFound, $"{answer.Route} answered {answer.Status}"));
    }

    [Fact]
    public async Task Whoever_only_logged_it_sees_it_and_does_nothing_else()
    {
        var client = await portal.SignInAsync(portal.Logger!);

        foreach (var (route, status) in await TryAsync(client, "enquiries/{id:int}", portal.Enquiry))
        {
            var expected = route == "GET /enquiries/{id:int}" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.True(status == expected, $"{route} answered {status}");
        }
    }

    [Fact]
    public async Task Those_who_need_it_see_it_in_the_page_the_list_and_the_file_and_others_in_none()
    {
        var (_, stranger) = await portal.PersonAsync();
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        (PortalClient Client, bool Sees, bool SeesDraft)[] people =
        [
            (stranger, false, false),
            (await portal.SignInAsync(portal.OtherLead!), false, false),
            (await portal.SignInAsync(portal.Former!), false, false),
            (await portal.SignInAsync(portal.Lead!), true, true),
            (await portal.SignInAsync(portal.Poster!), true, false),
            (await portal.SignInAsync(portal.Logger!), true, false),
            (await portal.SignInAsync(portal.Assignee!), true, false),
            (administrator, true, true),
            (leader, true, true),
        ];
        foreach (var (client, sees, seesDraft) in people)
        {
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"/enquiries/{portal.Enquiry}")).Status);
            var list = await client.OpenAsync("/enquiries");
            Assert.Equal(sees, list.Text.Contains("Zanzibar", StringComparison.Ordinal));
            var found = await client.OpenAsync("/enquiries?State=All&Text=zanzibar");
            Assert.Equal(sees, found.Text.Contains("Showing 1 to 1 of 1", StringComparison.Ordinal));
            var (_, file) = await client.DownloadAsync("/enquiries/export");
            Assert.Equal(sees, System.Text.Encoding.UTF8.GetString(file).Contains("Zanzibar", StringComparison.Ordinal));
            Assert.Equal(seesDraft ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"/enquiries/drafts/{portal.Draft}")).Status);
            Assert.Equal(seesDraft, (await client.OpenAsync("/enquiries/drafts")).Text.Contains("Somebody commented", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Several_with_mixed_rights_do_what_is_theirs_and_tell_nothing_of_the_rest()
    {
        var mine = await portal.AddEnquiryAsync(portal.OtherAccount, portal.Logger!);
        var logged = await portal.AddEnquiryAsync(portal.Account, portal.OtherLead!);
        var client = await portal.SignInAsync(portal.OtherLead!);
        var page = await client.OpenAsync("/enquiries");
        Assert.Null(page.Document.QuerySelector($"#tick-{logged.Id}"));

        var done = await client.SubmitFormAsync(
            page,
            "form[action^='/enquiries/several']",
            ("Form.Ticked", $"{mine.Id}-{mine.Version}"), ("Form.Ticked", $"{logged.Id}-{logged.Version}"), ("Form.Ticked", $"{portal.Enquiry}-0"), ("Form.Done", "Reply"), ("Form.Words", "Thank you."));
        var told = await client.FollowAsync(done);

        Assert.Contains($"1 done: {mine.Reference}.", told.Text, StringComparison.Ordinal);
        Assert.Contains($"{logged.Reference}: {EnquiryErrors.NotYours.Message}", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Reference.Of("ENQ", portal.Enquiry), told.Text, StringComparison.Ordinal);
        Assert.Equal(EnquiryStatus.Closed, (await portal.EnquiryAsync(mine.Id)).Status);
        Assert.Equal(EnquiryStatus.Open, (await portal.EnquiryAsync(logged.Id)).Status);
        Assert.Equal(EnquiryStatus.Open, (await portal.EnquiryAsync(portal.Enquiry)).Status);
    }

    /// <summary>Two accounts, an enquiry of the first, and everybody who has something to do with it or had.</summary>
    public sealed class School : PortalFactory, IAsyncLifetime
    {
        public int Account { get; private set; }

        public int OtherAccount { get; private set; }

        public int Enquiry { get; private set; }

        public int Draft { get; private set; }

        public Person? Lead { get; private set; }

        public Person? OtherLead { get; private set; }

        public Person? Poster { get; private set; }

        public Person? Former { get; private set; }

        public Person? Logger { get; private set; }

        public Person? Assignee { get; private set; }

        public async Task InitializeAsync()
        {
            (Lead, OtherLead, Poster, Former) = (await AddPersonAsync(), await AddPersonAsync(), await AddPersonAsync(), await AddPersonAsync());
            (Logger, Assignee) = (await AddPersonAsync(), await AddPersonAsync());
            var keeper = (await AddPersonAsync(Roles.Administrator)).AsActor();
            Account = (await this.AddLiveAccountAsync(Lead)).Id;
            OtherAccount = (await this.AddLiveAccountAsync(OtherLead, name: "Chess Club")).Id;
            await UseDatabaseAsync(async database =>
            {
                var account = await database.Accounts.SingleAsync(found => found.Id == Account);
                var directory = await Web.Data.DirectoryQueries.LoadDirectoryAsync(database, CancellationToken.None);
                EnquiryBuilder.Done(account.Assign(Poster.Id, AssignmentRole.Poster, directory, keeper, Now));
                EnquiryBuilder.Done(account.Assign(Former.Id, AssignmentRole.DeputyAdministrator, directory, keeper, Now));
                EnquiryBuilder.Done(account.EndAssignment(Former.Id, "Moved on.", directory, keeper, Now));
                await database.SaveChangesAsync();
            });
            Enquiry = (await this.AddEnquiryAsync(Account, Logger, text: "Zanzibar?", kind: EnquiryKind.Journalist, also: enquiry =>
                EnquiryBuilder.Done(enquiry.Assign(Assignee.Id, new PeopleDirectory([new DirectoryPerson(Assignee.Id, "A", "B", PersonStatus.Active, null)]), keeper, Now)))).Id;
            Draft = (await this.AddDraftAsync(Account)).Id;
        }

        async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
    }
}
