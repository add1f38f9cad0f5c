using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

public sealed class SignInTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task The_right_password_opens_a_session_and_leads_to_the_page_that_was_asked_for()
    {
        var person = await AddAsync();
        var client = portal.Anonymous();
        var challenged = await client.GetAsync("/people/me");
        Assert.Equal("/sign-in?returnUrl=%2Fpeople%2Fme", challenged.Location, ignoreCase: true);

        var signedIn = await client.TrySignInAsync(person.EmailAddress.ToUpperInvariant() + " ", page: challenged.Location!);

        Assert.Equal("/people/me", signedIn.Location);
        Assert.Contains(person.FullName, (await client.FollowAsync(signedIn)).Text, StringComparison.Ordinal);
        Assert.Equal("SignedIn", (await portal.EventsOfAsync(person.Id))[^1]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("")]
    public async Task It_leads_to_no_other_site(string returnUrl)
    {
        var person = await AddAsync();
        var signedIn = await portal.Anonymous().TrySignInAsync(person.EmailAddress, page: "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Equal("/", signedIn.Location);
    }

    [Trait("Clause", "STF-1")]
    [Fact]
    public async Task Every_refusal_reads_the_same_to_the_byte()
    {
        var active = await AddAsync();
        var invited = await portal.UseDatabaseAsync(async database =>
        {
            var person = Support.People.Invited(Roles.None, "Ingrid", "Invited", portal.Now);
            database.People.Add(person);
            await database.SaveChangesAsync();
            return person;
        });
        var deactivated = await AddAsync();
        await ChangeAsync(deactivated.Id, person => person.Deactivate("Left", 1, PeopleActors.CommandLine, portal.Now));
        var locked = await AddAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await portal.Anonymous().TrySignInAsync(locked.EmailAddress, "wrong");
        }

        var typed = (string Address) => Address;
        var unknown = await Refused("nobody@school.example", SignInSteps.Password);
        Assert.Contains("sign-in is locked for 15 minutes after five wrong tries", Assert.Single(unknown.Errors), StringComparison.Ordinal);
        foreach (var (address, password) in new[]
        {
            (active.EmailAddress, "wrong password"),
            (invited.EmailAddress, SignInSteps.Password),
            (deactivated.EmailAddress, SignInSteps.Password),
            (locked.EmailAddress, SignInSteps.Password),
        })
        {
            var refused = await Refused(address, password);
            Assert.Equal(
                unknown.WithoutTokens().Replace("nobody@school.example", "", StringComparison.Ordinal),
                refused.WithoutTokens().Replace(typed(address), "", StringComparison.Ordinal));
        }

        async Task<Page> Refused(string address, string password)
        {
            var page = await portal.Anonymous().TrySignInAsync(address, password);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal(address, page.ValueOf("EmailAddress"));
            Assert.Equal("", page.ValueOf("Password"));
            return page;
        }
    }

    [Fact]
    public async Task Five_wrong_tries_lock_for_a_quarter_of_an_hour_and_the_person_is_told_once()
    {
        var person = await AddAsync();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await portal.Anonymous().TrySignInAsync(person.EmailAddress, "wrong");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        portal.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);

        Assert.Equal("Sign-in to the social media portal is locked", Assert.Single(await portal.MailsToAsync(person.Id)).Subject);
        Assert.Equal(1, (await portal.EventsOfAsync(person.Id)).Count(name => name == "SignInLocked"));
    }

    [Fact]
    public async Task Of_many_guesses_sent_at_once_no_more_than_five_are_answered()
    {
        var person = await AddAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => portal.Anonymous().TrySignInAsync(person.EmailAddress, "wrong")));

        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        var reasons = await portal.UseDatabaseAsync(database => database.AuditEvents
            .Where(line => line.RecordId == person.Id && line.Name == "SignInRefused").Select(line => line.Reason).ToListAsync());
        Assert.Equal(5, reasons.Count(reason => reason == "Wrong password"));
        Assert.Equal(8, reasons.Count(reason => reason == "Locked"));
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before_it()
    {
        var person = await AddAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                await portal.Anonymous().TrySignInAsync(person.EmailAddress, "wrong");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        }
    }

    [Fact]
    public async Task What_was_typed_stands_in_neither_audit_nor_log()
    {
        const string address = "mistyped-secret-9271@school.example";
        await portal.Anonymous().TrySignInAsync(address, "another-secret-9271");
        await portal.Anonymous().FillAsync("/forgotten-password", ("EmailAddress", address));

        Assert.DoesNotContain("secret-9271", portal.Log(), StringComparison.OrdinalIgnoreCase);
        var audit = await portal.UseDatabaseAsync(database => database.AuditEvents.AsNoTracking().ToListAsync());
        Assert.DoesNotContain(audit, line => $"{line.Reason}{line.Changes}{line.ActorName}".Contains("secret-9271", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(audit, line => line is { Name: "PasswordResetRequested", RecordId: null });
    }

    [Fact]
    public async Task Empty_answers_are_asked_for()
    {
        var page = await portal.Anonymous().FillAsync("/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Enter your e-mail address.", "Enter your password."], page.Errors);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var person = await AddAsync();
        var page = await portal.Anonymous().PostAsync(
            "/sign-in", [new("EmailAddress", person.EmailAddress), new("Password", SignInSteps.Password)]);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("SignedIn", await portal.EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_says_so()
    {
        var (person, client) = await portal.PersonAsync();
        var signedOut = await client.SubmitFormAsync(await client.OpenAsync("/people/me"), "form[action='/sign-out']");
        Assert.Contains("You have signed out", (await client.FollowAsync(signedOut)).Text, StringComparison.Ordinal);
        Assert.False(await client.IsSignedInAsync());
        Assert.Equal("SignedOut", (await portal.EventsOfAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_sessions_on_other_devices()
    {
        var (person, here) = await portal.PersonAsync();
        var there = await portal.SignInAsync(person);
        Assert.True(await there.IsSignedInAsync());

        await here.SubmitFormAsync(await here.OpenAsync("/people/me"), "form[action='/sign-out-everywhere']");

        Assert.False(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal("SignedOutEverywhere", (await portal.EventsOfAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_says_that_it_was_not_saved()
    {
        var (person, client) = await portal.PersonAsync();
        var page = await client.OpenAsync("/people/me");
        await ChangeAsync(person.Id, known => known.Deactivate("Left", 1, PeopleActors.CommandLine, portal.Now));

        var lost = await client.SubmitFormAsync(page, "form[action='/sign-out-everywhere']");

        Assert.Equal("/sign-in?ended=true", lost.Location);
        Assert.Contains("it was not saved", (await client.FollowAsync(lost)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_keeps_this_session_and_ends_the_others()
    {
        var person = await AddAsync();
        var here = await portal.SignInAsync(person);
        var there = await portal.SignInAsync(person);

        var changed = await here.FillAsync("/change-password", ("PresentPassword", SignInSteps.Password), ("NewPassword", "orange kettle tractor"));

        Assert.Equal("/people/me", changed.Location);
        Assert.Contains("Your password has been changed", (await here.FollowAsync(changed)).Text, StringComparison.Ordinal);
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Anonymous().TrySignInAsync(person.EmailAddress)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Anonymous().TrySignInAsync(person.EmailAddress, "orange kettle tractor")).Status);
        Assert.Contains("PasswordChanged", await portal.EventsOfAsync(person.Id));
        Assert.Equal("Your password for the social media portal was changed", Assert.Single(await portal.MailsToAsync(person.Id)).Subject);
    }

    [Fact]
    public async Task A_wrong_present_password_changes_nothing_and_counts_towards_the_lock()
    {
        var person = await AddAsync();
        var client = await portal.SignInAsync(person);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var refused = await client.FillAsync("/change-password", ("PresentPassword", "wrong"), ("NewPassword", "orange kettle tractor"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal([PeopleErrors.PresentPasswordWrong.Message], refused.Errors);
        }

        var locked = await client.FillAsync("/change-password", ("PresentPassword", SignInSteps.Password), ("NewPassword", "orange kettle tractor"));
        Assert.Equal([PeopleErrors.PresentPasswordWrong.Message], locked.Errors);
        Assert.Contains("SignInLocked", await portal.EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task A_weak_new_password_is_refused_with_what_to_do()
    {
        var person = await AddAsync();
        var client = await portal.SignInAsync(person);
        var refused = await client.FillAsync("/change-password", ("PresentPassword", SignInSteps.Password), ("NewPassword", "passwordpassword"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([PasswordRules.TooCommon.Message], refused.Errors);
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Browsers_are_told_which_field_is_which()
    {
        var signIn = await portal.Anonymous().OpenAsync("/sign-in");
        Assert.Equal("username", signIn.Document.QuerySelector("[name=EmailAddress]")?.GetAttribute("autocomplete"));
        Assert.Equal("current-password", signIn.Document.QuerySelector("[name=Password]")?.GetAttribute("autocomplete"));
        var (_, client) = await portal.PersonAsync();
        var change = await client.OpenAsync("/change-password");
        Assert.Equal("new-password", change.Document.QuerySelector("[name=NewPassword]")?.GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task Outside_development_there_is_no_way_in_as_a_demonstration_person()
    {
        var client = portal.Anonymous();
        var page = await client.OpenAsync("/sign-in");
        Assert.DoesNotContain("Development", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/sign-in/demonstration", [new("personId", "1")])).Status);
        var token = page.ValueOf("__RequestVerificationToken")!;
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.PostAsync("/sign-in/demonstration", [new("personId", "1"), new("__RequestVerificationToken", token)])).Status);
    }

    private async Task<Person> AddAsync()
    {
        var person = await portal.AddPersonAsync();
        await portal.GivePasswordAsync(person);
        return person;
    }

    private Task ChangeAsync(int id, Func<Person, Result> change) => portal.UseDatabaseAsync(async database =>
    {
        Assert.False(change(await database.People.SingleAsync(person => person.Id == id)).IsRefused);
        await database.SaveChangesAsync();
    });
}
