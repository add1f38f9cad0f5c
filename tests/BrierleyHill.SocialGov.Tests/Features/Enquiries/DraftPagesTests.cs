using System.Net;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Enquiries;

/// <summary>E-mails of the platforms: each is logged as an enquiry or dismissed, once.</summary>
public class DraftPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private Task<EnquiryDraft> SavedAsync(int id) => portal.UseDatabaseAsync(database => database.EnquiryDrafts.AsNoTracking().SingleAsync(draft => draft.Id == id));

    private Task<Deadline> DeadlineAsync(int id) => portal.UseDatabaseAsync(database =>
        database.Deadlines.AsNoTracking().SingleAsync(deadline => deadline.Subject == DeadlineSubject.EnquiryDraft && deadline.SubjectId == id));

    [Fact]
    [Trait("Clause", "MON-2")]
    public async Task A_draft_is_logged_as_received_when_its_message_came()
    {
        var lead = await portal.AddPersonAsync();
        var account = await portal.AddLiveAccountAsync(lead);
        var client = await portal.SignInAsync(lead);
        var draft = await portal.AddDraftAsync(account.Id, "<b>When</b> is the fair?", portal.Now.AddHours(-22));

        var page = await client.OpenAsync($"/enquiries/drafts/{draft.Id}");
        Assert.Contains("due in 2 h", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main p b"));
        Assert.Equal("<b>When</b> is the fair?", page.ValueOf("Form.Text"));
        var form = $"form[action='/enquiries/drafts/{draft.Id}/log']";
        var refused = await client.SubmitFormAsync(page, form, ("Form.Place", "PublicComment"));
        Assert.Contains(EnquiryErrors.KindMissing.Message, refused.Errors);
        var logged = await client.SubmitFormAsync(refused, form, ("Form.Kind", "Query"), ("Form.Place", "PublicComment"), ("Form.Text", "When is the fair?"));
        await client.FollowAsync(logged);

        var saved = await SavedAsync(draft.Id);
        var enquiry = await portal.EnquiryAsync(saved.EnquiryId!.Value);
        Assert.Equal((EnquiryDraftStatus.Logged, draft.ReceivedAt, draft.DueAt, account.Id), (saved.Status, enquiry.ReceivedAt, enquiry.DueAt, enquiry.AccountId));
        Assert.NotNull((await DeadlineAsync(draft.Id)).EndedAt);
        Assert.Equal($"/enquiries/{enquiry.Id}", logged.Location);
        Assert.Null((await client.OpenAsync($"/enquiries/drafts/{draft.Id}")).Document.QuerySelector(form));
    }

    [Fact]
    public async Task Of_two_people_one_logs_it_and_the_other_is_told()
    {
        var (lead, deputy) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var account = await portal.AddLiveAccountAsync(lead, deputy);
        var (first, second) = (await portal.SignInAsync(lead), await portal.SignInAsync(deputy));
        var draft = await portal.AddDraftAsync(account.Id);
        var path = $"/enquiries/drafts/{draft.Id}";
        var (one, two) = (await first.OpenAsync(path), await second.OpenAsync(path));

        await first.SubmitFormAsync(one, $"form[action='{path}/log']", ("Form.Kind", "Query"), ("Form.Place", "PublicComment"));
        var refused = await second.SubmitFormAsync(two, $"form[action='{path}/log']", ("Form.Kind", "Query"), ("Form.Place", "PublicComment"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(EnquiryDraftErrors.Settled.Message, refused.Errors);
        Assert.Equal(1, await portal.UseDatabaseAsync(database => database.Enquiries.CountAsync(enquiry => enquiry.AccountId == account.Id)));
    }

    [Fact]
    public async Task A_draft_is_dismissed_with_a_reason_and_what_it_said_is_deleted()
    {
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        var draft = await portal.AddDraftAsync(null);
        var form = $"form[action='/enquiries/drafts/{draft.Id}/dismiss']";

        var refused = await client.SubmitFormAsync(await client.OpenAsync($"/enquiries/drafts/{draft.Id}"), form);
        Assert.Contains(EnquiryDraftErrors.ReasonMissing.Message, refused.Errors);
        await client.FollowAsync(await client.SubmitFormAsync(refused, form, ("Dismiss.Because", "Advertising.")));

        var saved = await SavedAsync(draft.Id);
        Assert.Equal((EnquiryDraftStatus.Dismissed, "", "Advertising."), (saved.Status, saved.Text, saved.DismissedBecause));
        Assert.NotNull((await DeadlineAsync(draft.Id)).EndedAt);
        Assert.Contains("Advertising.", (await client.OpenAsync("/enquiries/drafts?Status=Dismissed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_dismissed_in_one_go_and_those_dealt_with_are_named()
    {
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        var (one, two, settled) = (await portal.AddDraftAsync(null), await portal.AddDraftAsync(null), await portal.AddDraftAsync(null));
        var page = await client.OpenAsync("/enquiries/drafts");
        await portal.UseDatabaseAsync(async database =>
        {
            EnquiryBuilder.Done((await database.EnquiryDrafts.SingleAsync(draft => draft.Id == settled.Id)).Dismiss("Before.", EnquiryBuilder.Worker, portal.Now));
            await database.SaveChangesAsync();
        });
        const string form = "form[action='/enquiries/drafts/dismiss']";
        (string Name, string Value)[] ticked = [.. new[] { one, two, settled }.Select(draft => ("Form.Ticked", $"{draft.Id}-{draft.Version}"))];

        Assert.Contains(EnquiryDraftErrors.ReasonMissing.Message, (await client.SubmitFormAsync(page, form, ticked)).Errors);
        Assert.Contains("Tick the e-mails that need no answer.", (await client.SubmitFormAsync(page, form, ("Form.Because", "Advertising."))).Errors);
        var told = await client.FollowAsync(await client.SubmitFormAsync(page, form, [.. ticked, ("Form.Because", "Advertising.")]));

        Assert.Contains($"2 done: {one.Reference}, {two.Reference}.", told.Text, StringComparison.Ordinal);
        Assert.Contains($"{settled.Reference}: {EnquiryDraftErrors.Settled.Message}", told.Text, StringComparison.Ordinal);
        Assert.Equal("Before.", (await SavedAsync(settled.Id)).DismissedBecause);
    }
}
