using System.Net;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Declarations;

public class DeclarationsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static (string Name, string Value)[] InScope(string handle = "@aishareads", string shown = "true") =>
        [("Form.Platform", "Instagram"), ("Form.NamesSchool", "true"), ("Form.Handle", handle), ("Form.DisclaimerShown", shown)];

    private static async Task<int> DeclareAsync(PortalClient client, params (string Name, string Value)[] answers)
    {
        var declared = await client.FillAsync("/declarations/declare", answers);
        Assert.True(declared.Location is not null, declared.Text);
        return int.Parse(declared.Location.Split('/')[^1], null);
    }

    private Task<PersonalAccountDeclaration> SavedAsync(int id) =>
        portal.UseDatabaseAsync(database => database.Declarations.AsNoTracking().SingleAsync(found => found.Id == id));

    [Fact]
    [Trait("Clause", "STF-4")]
    [Trait("Clause", "SCOPE-3")]
    public async Task An_account_that_names_the_school_is_declared_and_its_disclaimer_put_right()
    {
        var (_, client) = await portal.PersonAsync();
        var start = await client.OpenAsync("/declarations");
        Assert.Contains("You have not declared anything yet", start.Text, StringComparison.Ordinal);
        Assert.Contains("The views expressed here are my own and do not represent those of Brierley Hill Primary School.", start.Text, StringComparison.Ordinal);

        var id = await DeclareAsync(client, InScope(shown: "false"));
        var page = await client.OpenAsync($"/declarations/{id}");
        Assert.Contains("Disclaimer missing", page.Text, StringComparison.Ordinal);
        Assert.Contains("What to do now", page.Text, StringComparison.Ordinal);
        Assert.Contains("@aishareads", page.Text, StringComparison.Ordinal);

        var put = await client.FollowAsync(await client.SubmitFormAsync(page, $"form[action='/declarations/{id}/disclaimer-shown']"));
        Assert.Contains("all is in order", put.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Disclaimer missing", put.Text, StringComparison.Ordinal);
        Assert.Contains("Put the disclaimer on a personal account", put.Text, StringComparison.Ordinal);
        Assert.True((await SavedAsync(id)).DisclaimerShown);
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public async Task An_account_that_does_not_name_the_school_is_left_alone_even_if_its_name_was_typed()
    {
        var (_, client) = await portal.PersonAsync();
        const string typed = "@quiet-gardening";
        var id = await DeclareAsync(client, ("Form.Platform", "TikTok"), ("Form.NamesSchool", "false"), ("Form.Handle", typed), ("Form.DisclaimerShown", "true"));

        var saved = await SavedAsync(id);
        Assert.Equal((DeclarationKind.LeftAlone, "", (bool?)null), (saved.Kind, saved.Handle, saved.DisclaimerShown));
        Assert.DoesNotContain(typed, (await client.OpenAsync($"/declarations/{id}")).Text, StringComparison.Ordinal);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/declarations/{id}")).Status);
        await portal.UseDatabaseAsync(async database =>
        {
            var lines = await database.AuditEvents.AsNoTracking().Where(line => line.RecordReference == saved.Reference).ToListAsync();
            var line = Assert.Single(lines);
            Assert.DoesNotContain("TikTok", line.Changes ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("garden", line.Changes ?? "", StringComparison.Ordinal);
        });
        Assert.DoesNotContain("quiet-gardening", portal.Log(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Clause", "STF-4")]
    public async Task None_that_names_the_school_is_one_click_and_two_windows_at_once_make_one(bool secondWindow)
    {
        for (var round = 0; round < 10; round++)
        {
            var (person, client) = await portal.PersonAsync();
            var other = secondWindow ? client.SecondWindow() : client;
            var page = await client.OpenAsync("/declarations");
            var same = secondWindow ? await other.OpenAsync("/declarations") : page;

            var pages = await Task.WhenAll(
                Task.Run(() => client.SubmitFormAsync(page, "form[action='/declarations/none']")),
                Task.Run(() => other.SubmitFormAsync(same, "form[action='/declarations/none']")));

            Assert.All(pages, answer => Assert.Equal("/declarations", answer.Location));
            var saved = await portal.UseDatabaseAsync(database => database.Declarations.Where(one => one.PersonId == person.Id).ToListAsync());
            Assert.Equal(DeclarationKind.NoneNamesSchool, Assert.Single(saved).Kind);
            var after = await client.OpenAsync("/declarations");
            Assert.Null(after.Document.QuerySelector("form[action='/declarations/none']"));
            Assert.Contains("In order", after.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Clause", "SCOPE-3")]
    public async Task Declaring_one_that_names_the_school_ends_none_that_does()
    {
        var (person, client) = await portal.PersonAsync();
        var window = client.SecondWindow();
        var none = await window.OpenAsync("/declarations");
        await client.SubmitFormAsync(await client.OpenAsync("/declarations"), "form[action='/declarations/none']");
        await DeclareAsync(client, InScope());

        var kinds = await portal.UseDatabaseAsync(database => database.Declarations
            .Where(one => one.PersonId == person.Id && one.Status == DeclarationStatus.Current).Select(one => one.Kind).ToListAsync());
        Assert.Equal([DeclarationKind.NamesSchool], kinds);
        var refused = await window.SubmitFormAsync(none, "form[action='/declarations/none']");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(DeclarationErrors.AnAccountNamesSchool.Message, refused.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> BadAnswers => new()
    {
        { "Form.Platform", "", "Choose which platform the account is on." },
        { "Form.Platform", "Other", "Enter the name of the platform." },
        { "Form.Platform", "99", "Choose one of the answers offered." },
        { "Form.NamesSchool", "", "Say whether the account names the school or shows that you work here." },
        { "Form.NamesSchool", "perhaps", "Does the account name the school, or show that you work or help here? is not in a form that the portal can read." },
        { "Form.Handle", " ", "Enter the name or web address of the account." },
        { "Form.Handle", new string('h', PersonalAccountDeclaration.HandleMaximumLength + 1), "Your answer must be 200 characters or fewer." },
        { "Form.DisclaimerShown", "", "Say whether the account shows the disclaimer." },
        { "Form.PlatformName", new string('p', PersonalAccountDeclaration.PlatformNameMaximumLength + 1), "Your answer to “Name of the platform” must be 100 characters or fewer." },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task A_refused_form_says_what_is_wrong_and_keeps_what_was_typed(string field, string value, string message)
    {
        var (person, client) = await portal.PersonAsync();
        var answers = InScope("@kept").Append(("Form.PlatformName", value == "Other" ? "" : "My platform")).Where(answer => answer.Item1 != field).Append((field, value)).ToArray();

        var refused = await client.FillAsync("/declarations/declare", answers);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(message, Assert.Single(refused.Errors));
        foreach (var (name, typed) in answers.Where(answer => answer.Item1 is "Form.Handle" or "Form.PlatformName"))
        {
            Assert.Equal(typed, refused.ValueOf(name));
        }

        Assert.False(await portal.UseDatabaseAsync(database => database.Declarations.AnyAsync(one => one.PersonId == person.Id)));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var (_, client) = await portal.PersonAsync();
        var id = await DeclareAsync(
            client, ("Form.Platform", "Other"), ("Form.PlatformName", "<script>alert(1)</script>\u202E"), ("Form.NamesSchool", "true"), ("Form.Handle", "\"><img src=x>"), ("Form.DisclaimerShown", "true"));
        foreach (var path in new[] { "/declarations", $"/declarations/{id}", $"/declarations/{id}/change" })
        {
            var page = await client.OpenAsync(path);
            Assert.Null(page.Document.QuerySelector("main img"));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        }

        var shown = await client.OpenAsync($"/declarations/{id}");
        Assert.Contains("<script>alert(1)</script> account", shown.Text, StringComparison.Ordinal);
        Assert.Contains("\"><img src=x>", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_before_another_change_is_told_and_loses_nothing()
    {
        var (_, client) = await portal.PersonAsync();
        var id = await DeclareAsync(client, InScope());
        var stale = await client.OpenAsync($"/declarations/{id}/change");
        Assert.Equal("@aishareads", stale.ValueOf("Form.Handle"));
        await client.FillAsync($"/declarations/{id}/change", ("Form.Handle", "@first"));

        var refused = await client.SubmitAsync(stale, ("Form.Handle", "@second"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("@second", refused.ValueOf("Form.Handle"));
        Assert.Contains("What is saved now", refused.Text, StringComparison.Ordinal);
        Assert.Contains("@first", refused.Text, StringComparison.Ordinal);

        Assert.Equal($"/declarations/{id}", (await client.SubmitAsync(refused)).Location);
        Assert.Equal("@second", (await SavedAsync(id)).Handle);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("disclaimer-shown")]
    [InlineData("withdraw")]
    public async Task One_click_on_an_old_page_is_told_and_acts_not(string action)
    {
        var (_, client) = await portal.PersonAsync();
        var id = await DeclareAsync(client, InScope(shown: action == "disclaimer-shown" ? "false" : "true"));
        var page = await client.OpenAsync(action == "withdraw" ? $"/declarations/{id}/withdraw" : $"/declarations/{id}");
        await client.FillAsync($"/declarations/{id}/change", ("Form.Handle", "@first"));
        var before = await SavedAsync(id);

        var selector = action == "withdraw" ? "main form" : $"form[action='/declarations/{id}/{action}']";
        var refused = await client.SubmitFormAsync(page, selector);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Somebody changed this while you had it open", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await SavedAsync(id)).Version);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await client.SubmitFormAsync(refused, selector)).Location);
        Assert.Equal(before.Version + 1, (await SavedAsync(id)).Version);
    }

    [Fact]
    public async Task A_withdrawn_declaration_keeps_no_name_and_cannot_be_changed()
    {
        var (_, client) = await portal.PersonAsync();
        var id = await DeclareAsync(client, InScope());
        var open = await client.OpenAsync($"/declarations/{id}/change");
        var withdrawn = await client.FollowAsync(await client.FillAsync($"/declarations/{id}/withdraw"));
        Assert.Contains("You have withdrawn this declaration.", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal("", (await SavedAsync(id)).Handle);

        Assert.Equal($"/declarations/{id}", (await client.GetAsync($"/declarations/{id}/change")).Location);
        Assert.Equal($"/declarations/{id}", (await client.GetAsync($"/declarations/{id}/withdraw")).Location);
        var refused = await client.SubmitAsync(open, ("Form.Handle", "@late"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([DeclarationErrors.AlreadyWithdrawn.Message], refused.Errors);
        var details = await client.OpenAsync($"/declarations/{id}");
        Assert.Null(details.Document.QuerySelector("main form"));
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.PortalManager)]
    [InlineData(Roles.DataProtectionOfficer)]
    public async Task To_others_a_declaration_does_not_exist(Roles roles)
    {
        var (_, owner) = await portal.PersonAsync();
        var id = await DeclareAsync(owner, InScope());
        var (_, other) = await portal.PersonAsync(roles);
        var page = await other.OpenAsync("/declarations/declare");
        foreach (var path in new[] { $"/declarations/{id}", $"/declarations/{id}/change", $"/declarations/{id}/withdraw" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        }

        foreach (var action in new[] { "change", "withdraw", "confirm", "disclaimer-shown" })
        {
            var tried = await other.PostAsync($"/declarations/{id}/{action}", Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!, InScope("@taken")));
            Assert.Equal(HttpStatusCode.NotFound, tried.Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/declarations/overview")).Status);
        Assert.Equal("@aishareads", (await SavedAsync(id)).Handle);
    }

    [Fact]
    [Trait("Clause", "SCOPE-3")]
    [Trait("Clause", "STF-4")]
    public async Task A_senior_leader_sees_what_is_in_scope_and_changes_nothing()
    {
        var (_, owner) = await portal.PersonAsync();
        var id = await DeclareAsync(owner, InScope());
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);

        var page = await leader.OpenAsync($"/declarations/{id}");
        Assert.Contains("@aishareads", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/declarations/{id}/change")).Status);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await leader.OpenAsync("/declarations/declare")).Document.QuerySelector("main form")!;
        foreach (var action in new[] { "change", "withdraw", "confirm", "disclaimer-shown" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await leader.PostAsync($"/declarations/{id}/{action}", Page.Fields(form, InScope("@taken")))).Status);
        }

        await owner.FillAsync($"/declarations/{id}/withdraw");
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/declarations/{id}")).Status);
    }

    [Fact]
    public async Task The_search_box_leads_to_a_declaration()
    {
        var (_, client) = await portal.PersonAsync();
        var id = await DeclareAsync(client, InScope());
        Assert.Equal($"/declarations/{id}", (await client.GetAsync($"/search?q=dec-{id}")).Location);
    }
}

/// <summary>The leaders' list, on a portal of its own: it shows everybody.</summary>
public class DeclarationOverviewTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    [Trait("Clause", "STF-4")]
    [Trait("Clause", "SCOPE-4")]
    public async Task Leaders_see_who_declared_what_in_scope_and_filter_it()
    {
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader, "Lea", "Alder");
        var (_, order) = await portal.PersonAsync(forename: "Olga", surname: "Birch");
        var (_, missing) = await portal.PersonAsync(forename: "Mina", surname: "Cedar");
        var (_, alone) = await portal.PersonAsync(forename: "Anna", surname: "Elm");
        var (_, none) = await portal.PersonAsync(forename: "Nora", surname: "Hazel");
        (string Name, string Value)[] answers = [("Form.Platform", "Instagram"), ("Form.NamesSchool", "true"), ("Form.Handle", "@in-scope")];
        await order.FillAsync("/declarations/declare", [.. answers, ("Form.DisclaimerShown", "true")]);
        await missing.FillAsync("/declarations/declare", [.. answers, ("Form.DisclaimerShown", "false")]);
        await alone.FillAsync("/declarations/declare", ("Form.Platform", "TikTok"), ("Form.NamesSchool", "false"));
        await none.SubmitFormAsync(await none.OpenAsync("/declarations"), "form[action='/declarations/none']");

        async Task<string[]> NamesAsync(string query, int year = 0)
        {
            portal.Clock.SetUtcNow(PortalFactory.Start.AddYears(year));
            var client = await portal.SignInAsync(await portal.UseDatabaseAsync(database => database.People.SingleAsync(person => person.Surname == "Alder")));
            var page = await client.OpenAsync("/declarations/overview" + query);
            return [.. page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
        }

        Assert.Equal(["Lea Alder"], await NamesAsync("?Standing=NotDeclared"));
        Assert.Equal(["Mina Cedar"], await NamesAsync("?Standing=DisclaimerMissing"));
        Assert.Equal(["Olga Birch", "Anna Elm", "Nora Hazel"], await NamesAsync("?Standing=InOrder"));
        Assert.Equal(["Lea Alder", "Mina Cedar", "Olga Birch", "Anna Elm", "Nora Hazel"], await NamesAsync(""));
        Assert.Equal(["Nora Hazel", "Anna Elm", "Mina Cedar", "Olga Birch", "Lea Alder"], await NamesAsync("?sort=name&direction=descending"));
        Assert.Equal(5, (await NamesAsync("?Standing=Nonsense&page=999")).Length);
        Assert.Equal(["Nora Hazel"], await NamesAsync("?Text=hAZ"));
        Assert.Empty(await NamesAsync("?Text=nobody"));

        portal.Clock.SetUtcNow(PortalFactory.Start);
        var all = await leader.OpenAsync("/declarations/overview");
        Assert.DoesNotContain("TikTok", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@in-scope", all.Text, StringComparison.Ordinal);
        Assert.Contains("1 not declared, 1 with the disclaimer missing, 0 to confirm again, 3 in order.", all.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody fits this filter.", (await leader.OpenAsync("/declarations/overview?Text=nobody")).Text, StringComparison.Ordinal);

        Assert.Equal(["Olga Birch", "Anna Elm", "Nora Hazel"], await NamesAsync("?Standing=ConfirmAgain", year: 1));
    }
}
