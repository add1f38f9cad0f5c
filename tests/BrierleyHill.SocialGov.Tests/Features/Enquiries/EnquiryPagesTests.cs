using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Enquiries;

/// <summary>Logging, answering, removing, clearing and raising, over HTTP.</summary>
public class EnquiryPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private async Task<(SocialMediaAccount Account, Person Lead, Person Deputy)> AccountAsync()
    {
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        return (await portal.AddLiveAccountAsync(lead, deputy), lead, deputy);
    }

    private static (string Name, string Value)[] Typed(int account, params (string Name, string Value)[] instead) =>
    [
        .. new (string Name, string Value)[]
        {
            ("Form.AccountId", account.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.Kind", "Query"), ("Form.When", "JustNow"), ("Form.Place", "DirectMessage"),
            ("Form.From", "A parent"), ("Form.Text", "When is the fair?"), ("Form.Link", ""),
        }.Where(field => !Array.Exists(instead, other => other.Name == field.Name)),
        .. instead,
    ];

    private static int IdOf(Page page) => int.Parse(page.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private Task<Deadline> DeadlineAsync(int id) => portal.UseDatabaseAsync(database =>
        database.Deadlines.AsNoTracking().SingleAsync(deadline => deadline.Subject == DeadlineSubject.Enquiry && deadline.SubjectId == id));

    private Task RaiseAlertAsync(int id, DateTime at) => portal.UseDatabaseAsync(async database =>
    {
        var deadline = await database.Deadlines.SingleAsync(found => found.Subject == DeadlineSubject.Enquiry && found.SubjectId == id);
        EnquiryBuilder.Done(deadline.RaiseAlert(Actor.Portal("Alerts"), at));
        await database.SaveChangesAsync();
    });

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Anybody_logs_one_and_sees_at_once_when_an_answer_is_due_and_why()
    {
        var (account, lead, deputy) = await AccountAsync();
        var (teacher, client) = await portal.PersonAsync();

        var form = await client.OpenAsync($"/enquiries/new?account={account.Id}");
        Assert.Equal(account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), form.ValueOf("Form.AccountId"));
        Assert.Equal("JustNow", form.ValueOf("Form.When"));
        var logged = await client.SubmitAsync(form, Typed(account.Id));
        var page = await client.FollowAsync(logged);

        Assert.Contains("An answer is due Wednesday 11 March 2026 at 10am.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was received on Tuesday 10 March 2026 at 10am, a working day.", page.Text, StringComparison.Ordinal);
        Assert.Contains("due in 24 h", page.Text, StringComparison.Ordinal);
        var enquiry = await portal.EnquiryAsync(IdOf(logged));
        Assert.Equal((teacher.Id, (int?)null, portal.Now), (enquiry.LoggedById, enquiry.MonitoringCheckId, enquiry.ReceivedAt));
        Assert.Equal(enquiry.DueAt, (await DeadlineAsync(enquiry.Id)).DueAt);
        await portal.UseDatabaseAsync(async database =>
        {
            Assert.Equal([lead.Id], await database.Notifications.Where(one => one.Reference == enquiry.Reference).Select(one => one.PersonId).ToListAsync());
            Assert.Equal([lead.Id], await database.OutgoingEmails.Where(mail => mail.Subject.StartsWith(enquiry.Reference)).Select(mail => mail.PersonId).ToListAsync());
        });
        Assert.NotEqual(deputy.Id, lead.Id);
    }

    [Fact]
    [Trait("Clause", "MON-3")]
    public async Task What_a_monitoring_check_found_is_filled_in_for_who_may_see_it_and_stays_linked()
    {
        var (account, lead, _) = await AccountAsync();
        var (other, _, _) = await AccountAsync();
        var checkId = await portal.UseDatabaseAsync(async database =>
        {
            var check = MonitoringCheck.Own(
                (await database.FindMonitoredAccountAsync(account.Id, default))!,
                new CheckAnswers(CheckResult.SomethingFound, LookedAt.Comments, "Somebody asks three times when term begins."),
                Support.People.Actor(lead.Id),
                portal.Now).Value;
            database.MonitoringChecks.Add(check);
            await database.SaveChangesAsync();
            return check.Id;
        });

        var client = await portal.SignInAsync(lead);
        var form = await client.OpenAsync($"/enquiries/new?account={account.Id}&check={checkId}");
        Assert.Equal("Somebody asks three times when term begins.", form.ValueOf("Form.Text"));
        var logged = await client.SubmitAsync(form, Typed(account.Id));
        Assert.Equal(checkId, (await portal.EnquiryAsync(IdOf(logged))).MonitoringCheckId);

        // Somebody who may not see what monitoring found reads nothing of it; a check of another account, or none, is dropped.
        var (_, stranger) = await portal.PersonAsync();
        Assert.Equal("", (await stranger.OpenAsync($"/enquiries/new?account={account.Id}&check={checkId}")).ValueOf("Form.Text"));
        foreach (var (accountId, check) in new[] { (other.Id, checkId), (account.Id, 999_999) })
        {
            var wrong = await client.OpenAsync($"/enquiries/new?account={accountId}&check={check}");
            Assert.Null((await portal.EnquiryAsync(IdOf(await client.SubmitAsync(wrong, Typed(accountId))))).MonitoringCheckId);
        }
    }

    [Fact]
    public async Task The_account_is_preselected_where_the_person_has_one_and_a_check_that_is_no_number_is_dropped()
    {
        var (account, lead, _) = await AccountAsync();
        await AccountAsync();
        var client = await portal.SignInAsync(lead);

        var form = await client.OpenAsync("/enquiries/new?check=abc");
        Assert.Equal(account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), form.ValueOf("Form.AccountId"));
        Assert.Null((await portal.EnquiryAsync(IdOf(await client.SubmitAsync(form, Typed(account.Id))))).MonitoringCheckId);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task An_old_time_is_taken_and_is_overdue_at_once()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);

        var logged = await client.FillAsync("/enquiries/new", Typed(
            account.Id, ("Form.When", "Earlier"), ("Form.ReceivedOn.Day", "5"), ("Form.ReceivedOn.Month", "mar"), ("Form.ReceivedOn.Year", "2026"), ("Form.ReceivedTime", "2.30pm")));
        var page = await client.FollowAsync(logged);

        Assert.Contains("It is overdue", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 days late", page.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 3, 5, 14, 30, 0, DateTimeKind.Utc), (await portal.EnquiryAsync(IdOf(logged))).ReceivedAt);
    }

    public static TheoryData<string, string, string> BadAnswers => new()
    {
        { "Form.AccountId", "", EnquiryErrors.AccountMissing.Message },
        { "Form.AccountId", "999999", EnquiryErrors.AccountMissing.Message },
        { "Form.Kind", "", EnquiryErrors.KindMissing.Message },
        { "Form.Place", "", EnquiryErrors.PlaceMissing.Message },
        { "Form.When", "", EnquiryErrors.WhenMissing.Message },
        { "Form.When", "Earlier", EnquiryErrors.ReceivedOnMissing.Message },
        { "Form.Text", " ", EnquiryErrors.TextMissing.Message },
        { "Form.Text", "long", "characters or fewer" },
        { "Form.From", "long", "characters or fewer" },
        { "Form.Link", "javascript:alert(1)", EnquiryErrors.LinkWrong.Message },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task What_is_missing_or_wrong_is_said_and_nothing_typed_is_lost(string field, string value, string message)
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);

        var refused = await client.FillAsync("/enquiries/new", Typed(account.Id, (field, value == "long" ? new string('x', 5000) : value), ("Form.ReceivedTime", "9.15am")));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.Contains(message, StringComparison.Ordinal));
        Assert.Equal("9.15am", refused.ValueOf("Form.ReceivedTime"));
    }

    [Theory]
    [InlineData("11", "3", "2026", "9am", "in the future")]
    [InlineData("30", "3", "2025", "1:30", "no such time on that day")]
    [InlineData("1", "5", "2010", "9am", "2011 or later")]
    [InlineData("9", "3", "2026", "soon", "such as 14:30")]
    [InlineData("31", "2", "2026", "9am", "must be a real date")]
    [Trait("Clause", "MON-2")]
    public async Task A_time_that_cannot_be_is_refused_with_words(string day, string month, string year, string time, string message)
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);

        var refused = await client.FillAsync("/enquiries/new", Typed(
            account.Id, ("Form.When", "Earlier"), ("Form.ReceivedOn.Day", day), ("Form.ReceivedOn.Month", month), ("Form.ReceivedOn.Year", year), ("Form.ReceivedTime", time)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(message, string.Concat(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Acknowledging_stops_the_clock_and_the_answer_closes()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead);

        var empty = await client.FillAsync($"/enquiries/{enquiry.Id}/acknowledge", ("Form.Words", " "));
        Assert.Contains(EnquiryErrors.AcknowledgementMissing.Message, empty.Errors);
        var page = await client.FollowAsync(await client.FillAsync($"/enquiries/{enquiry.Id}/acknowledge", ("Form.Words", "Thank you, we will see.")));
        Assert.Contains("answered in time", page.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you, we will see.", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await DeadlineAsync(enquiry.Id)).EndedAt);

        page = await client.FollowAsync(await client.FillAsync($"/enquiries/{enquiry.Id}/reply", ("Form.Words", "On Friday.")));
        Assert.Contains("Closed", page.Text, StringComparison.Ordinal);
        var saved = await portal.EnquiryAsync(enquiry.Id);
        Assert.Equal((EnquiryStatus.Closed, portal.Now), (saved.Status, saved.AnsweredAt));
        // What can no longer be done leads back.
        Assert.Equal($"/enquiries/{enquiry.Id}", (await client.GetAsync($"/enquiries/{enquiry.Id}/reply")).Location);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Of_two_people_who_answer_at_once_the_second_is_told_and_loses_nothing()
    {
        var (account, lead, deputy) = await AccountAsync();
        var (first, second) = (await portal.SignInAsync(lead), await portal.SignInAsync(deputy));
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead);
        var path = $"/enquiries/{enquiry.Id}/reply";
        var (one, two) = (await first.OpenAsync(path), await second.OpenAsync(path));

        await first.SubmitAsync(one, ("Form.Words", "On Friday."));
        var refused = await second.SubmitAsync(two, ("Form.Words", "On Saturday."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(EnquiryErrors.Closed.Message, refused.Errors);
        Assert.Equal("On Saturday.", refused.ValueOf("Form.Words"));
        Assert.Equal("On Friday.", Assert.Single((await portal.EnquiryAsync(enquiry.Id)).Responses).Words);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task An_alert_that_is_raised_while_somebody_types_does_not_make_the_answer_stale()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead, portal.Now.AddHours(-21));
        var form = await client.OpenAsync($"/enquiries/{enquiry.Id}/acknowledge");

        await RaiseAlertAsync(enquiry.Id, portal.Now);
        var page = await client.FollowAsync(await client.SubmitAsync(form, ("Form.Words", "Thank you.")));

        Assert.Contains("answered in time", page.Text, StringComparison.Ordinal);
        Assert.Contains("Due soon: raised", page.Text, StringComparison.Ordinal);
        Assert.Contains("Raised an alert about a deadline", page.Text, StringComparison.Ordinal);
        Assert.Null((await DeadlineAsync(enquiry.Id)).NextAlertAt);
    }

    [Fact]
    [Trait("Clause", "OFF-1")]
    [Trait("Clause", "OFF-2")]
    public async Task An_unacceptable_comment_is_removed_with_what_was_done_and_what_the_audience_was_told()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead, kind: EnquiryKind.Comment, text: "Rude words.");
        var form = await client.OpenAsync($"/enquiries/{enquiry.Id}/remove");

        var refused = await client.SubmitAsync(form, ("Form.Means", "Deleted"));
        Assert.Contains(EnquiryErrors.ExplainedMissing.Message, refused.Errors);
        refused = await client.SubmitAsync(refused, ("Form.Means", "Deleted"), ("Form.IsExplained", "true"));
        Assert.Contains(EnquiryErrors.ExplanationMissing.Message, refused.Errors);
        refused = await client.SubmitAsync(refused, ("Form.Means", "Deleted"), ("Form.IsExplained", "false"));
        Assert.Contains(EnquiryErrors.WhyNoneMissing.Message, refused.Errors);
        Assert.Equal(EnquiryStatus.Open, (await portal.EnquiryAsync(enquiry.Id)).Status);
        var page = await client.FollowAsync(await client.SubmitAsync(
            refused, ("Form.Means", "Deleted"), ("Form.Means", "BlockedUser"), ("Form.IsExplained", "true"), ("Form.Explanation", "It insulted somebody.")));

        Assert.Contains("The comment was deleted", page.Text, StringComparison.Ordinal);
        Assert.Contains("The user was blocked", page.Text, StringComparison.Ordinal);
        Assert.Contains("It insulted somebody.", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await DeadlineAsync(enquiry.Id)).EndedAt);
        var message = await portal.AddEnquiryAsync(account.Id, lead, place: EnquiryPlace.DirectMessage);
        Assert.Equal($"/enquiries/{message.Id}", (await client.GetAsync($"/enquiries/{message.Id}/remove")).Location);
    }

    [Fact]
    [Trait("Clause", "BEH-3")]
    public async Task A_journalist_is_answered_only_after_a_leader_has_cleared_it()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var (head, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead, kind: EnquiryKind.Journalist);
        var path = $"/enquiries/{enquiry.Id}";
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(one => one.PersonId == head.Id && one.Reference == enquiry.Reference)));

        // Also for whoever sends the form by hand.
        var page = await client.OpenAsync($"{path}/acknowledge");
        page = await client.SubmitAsync(page, ("Form.Words", "We come back to you."));
        page = await client.OpenAsync($"{path}/close");
        var forged = await client.PostAsync($"{path}/reply", Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!, ("Form.Words", "No comment.")));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Contains(EnquiryErrors.NotClearedYet.Message, forged.Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{path}/clear")).Status);

        await leader.FollowAsync(await leader.FillAsync($"{path}/clear", ("Form.IsCleared", "true"), ("Form.AgreedLine", "We welcome it.")));
        var reply = await client.OpenAsync($"{path}/reply");
        Assert.Contains("We welcome it.", reply.Text, StringComparison.Ordinal);
        await client.FollowAsync(await client.SubmitAsync(reply, ("Form.Words", "We welcome it.")));
        Assert.Equal(EnquiryStatus.Closed, (await portal.EnquiryAsync(enquiry.Id)).Status);
    }

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task Correcting_when_it_came_moves_the_deadline_and_taking_back_lets_it_run_on()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead);

        var page = await client.FollowAsync(await client.FillAsync(
            $"/enquiries/{enquiry.Id}/received", ("Form.ReceivedOn.Day", "9"), ("Form.ReceivedTime", "5pm"), ("Form.Because", "The message says so.")));
        Assert.Contains("An answer is due Tuesday 10 March 2026 at 5pm.", page.Text, StringComparison.Ordinal);
        var due = new DateTime(2026, 3, 10, 17, 0, 0, DateTimeKind.Utc);
        Assert.Equal(due, (await DeadlineAsync(enquiry.Id)).DueAt);

        await client.FillAsync($"/enquiries/{enquiry.Id}/reply", ("Form.Words", "On Friday."));
        Assert.NotNull((await DeadlineAsync(enquiry.Id)).EndedAt);
        page = await client.FollowAsync(await client.FillAsync($"/enquiries/{enquiry.Id}/take-back", ("Form.Because", "That was for another parent.")));
        Assert.Contains("Taken back", page.Text, StringComparison.Ordinal);
        var deadline = await DeadlineAsync(enquiry.Id);
        Assert.Equal((null, due, due.AddHours(-4)), (deadline.EndedAt, deadline.DueAt, deadline.NextAlertAt));
    }

    [Fact]
    public async Task It_is_reopened_and_closed_again_and_corrected_to_another_account()
    {
        var (account, lead, _) = await AccountAsync();
        var (other, otherLead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead, also: found => EnquiryBuilder.Done(found.Reply("On Friday.", lead.AsActor(), portal.Now)));
        var path = $"/enquiries/{enquiry.Id}";

        await client.FollowAsync(await client.FillAsync($"{path}/reopen", ("Form.Because", "There is a second question.")));
        await client.FollowAsync(await client.FillAsync($"{path}/close", ("Form.Because", "They found it.")));
        await client.FollowAsync(await client.FillAsync($"{path}/reopen", ("Form.Because", "There is a third.")));
        var moved = await client.FillAsync($"{path}/refile", ("Form.AccountId", other.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.Kind", "Complaint"), ("Form.Because", "It came there."));

        // It was logged by this person, so it can be seen still, and no longer be worked on.
        Assert.Equal(path, moved.Location);
        Assert.Contains("You logged this enquiry", (await client.FollowAsync(moved)).Text, StringComparison.Ordinal);
        var saved = await portal.EnquiryAsync(enquiry.Id);
        Assert.Equal((other.Id, EnquiryKind.Complaint, portal.Now), (saved.AccountId, saved.Kind, saved.AnsweredAt));
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(one => one.PersonId == otherLead.Id && one.Reference == enquiry.Reference)));
    }

    [Fact]
    public async Task It_is_given_to_somebody_who_is_told_and_sees_it_from_then_on_and_taken_over()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var (teacher, other) = await portal.PersonAsync();
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/enquiries/{enquiry.Id}")).Status);

        await client.FollowAsync(await client.FillAsync($"/enquiries/{enquiry.Id}/assign", ("Form.PersonId", teacher.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Contains("What to do", (await other.OpenAsync($"/enquiries/{enquiry.Id}")).Text, StringComparison.Ordinal);
        Assert.True(await portal.UseDatabaseAsync(database => database.Notifications.AnyAsync(one => one.PersonId == teacher.Id && one.Reference == enquiry.Reference)));
        Assert.Contains("Answer 1 enquiry", (await other.OpenAsync("/")).Text, StringComparison.Ordinal);
        var page = await client.FollowAsync(await client.SubmitFormAsync(await client.OpenAsync($"/enquiries/{enquiry.Id}"), $"form[action='/enquiries/{enquiry.Id}/take-over']"));
        Assert.Contains("It is yours.", page.Text, StringComparison.Ordinal);
        Assert.Equal(lead.Id, (await portal.EnquiryAsync(enquiry.Id)).AssigneeId);
        // Whoever gave it away and has no other right to it does not see it any more.
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/enquiries/{enquiry.Id}")).Status);
    }

    [Fact]
    public async Task What_somebody_outside_wrote_is_shown_and_never_acts()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202Etxt.exe";
        var logged = await client.FillAsync("/enquiries/new", Typed(account.Id, ("Form.Text", hostile), ("Form.From", "<b>x</b>"), ("Form.Link", "https://example.org/a?b=<")));
        Assert.Equal(HttpStatusCode.BadRequest, logged.Status);
        logged = await client.FillAsync("/enquiries/new", Typed(account.Id, ("Form.Text", hostile), ("Form.From", "<b>x</b>"), ("Form.Link", "https://example.org/a?b=c")));

        var page = await client.FollowAsync(logged);
        Assert.Null(page.Document.QuerySelector("main script, main img, main b"));
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelector("main a[href^='https://example.org']")!;
        Assert.Contains("noopener noreferrer", link.GetAttribute("rel"), StringComparison.Ordinal);
        // What came into the database another way is not made a link either.
        await portal.UseDatabaseAsync(database => database.Enquiries.Where(found => found.Id == IdOf(logged)).ExecuteUpdateAsync(set => set.SetProperty(found => found.Link, "javascript:alert(1)")));
        page = await client.OpenAsync(logged.Location!);
        Assert.Null(page.Document.QuerySelector("main a[href^='javascript']"));
        Assert.Contains("javascript:alert(1)", page.Text, StringComparison.Ordinal);
        var queue = await client.OpenAsync("/enquiries");
        Assert.Null(queue.Document.QuerySelector("main script, main img, main b"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_acts_once()
    {
        var (account, lead, _) = await AccountAsync();
        var client = await portal.SignInAsync(lead);
        var form = await client.OpenAsync("/enquiries/new");

        var first = await client.SubmitAsync(form, Typed(account.Id));
        var second = await client.SubmitAsync(form, Typed(account.Id));

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Enquiries.CountAsync(enquiry => enquiry.AccountId == account.Id)));
    }

    [Fact]
    public async Task A_reference_leads_to_its_record()
    {
        var (_, client) = await portal.PersonAsync();
        Assert.Equal("/enquiries/12", (await client.GetAsync("/search?q=enq-12")).Location);
        Assert.Equal("/enquiries/drafts/12", (await client.GetAsync("/search?q=DRA-000012")).Location);
    }
}
