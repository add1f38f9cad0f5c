using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Features.Incidents;

/// <summary>From an enquiry, a monitoring check or a mention everything known is filled in; and none of them tells that there is an incident, but to those who may know.</summary>
public sealed class IncidentSourceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    [Trait("Clause", "BEH-4")]
    [Trait("Clause", "MON-3")]
    public async Task From_an_enquiry_everything_known_is_filled_in_and_it_tells_only_those_who_may_know()
    {
        var lead = await portal.AddPersonAsync(Roles.SeniorLeader);
        var account = await portal.AddLiveAccountAsync(lead);
        var (teacher, client) = await portal.PersonAsync();
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var enquiry = await portal.AddEnquiryAsync(account.Id, teacher, text: "A threat against a child.");
        var before = await (await portal.SignInAsync(lead)).OpenAsync($"/enquiries/{enquiry.Id}");

        Assert.NotNull((await client.OpenAsync($"/enquiries/{enquiry.Id}")).Document.QuerySelector($"main a[href='/incidents/report?enquiry={enquiry.Id}']"));
        var form = await client.OpenAsync($"/incidents/report?enquiry={enquiry.Id}");
        Assert.Equal(
            ("A threat against a child.", "SchoolAccount", $"{account.Id}", "Enquiry", "Earlier"),
            (form.ValueOf("Form.What"), form.ValueOf("Form.Where"), form.ValueOf("Form.AccountId"), form.ValueOf("Form.Noticed"), form.ValueOf("Form.When")));
        var sent = await client.SubmitAsync(
            form, [("Form.IsDanger", "false"), ("Form.Category", "Harassing"), .. IncidentBuilder.InvolvedFields(0, lead)]);

        var id = IncidentBuilder.NumberIn(sent.Location!);
        var incident = await portal.IncidentAsync(id);
        Assert.Equal((IncidentSource.Enquiry, (int?)enquiry.Id, (int?)account.Id, (DateTime?)enquiry.ReceivedAt), (incident.Source, incident.SourceId, incident.AccountId, incident.OccurredAt));
        foreach (var who in new[] { client, leader })
        {
            Assert.Contains($"Reported as an incident: INC-{id}", (await who.OpenAsync($"/enquiries/{enquiry.Id}")).Text, StringComparison.Ordinal);
        }

        // To whoever is said to have done it the enquiry reads as if nothing had happened: not a letter differs.
        Assert.Equal(before.Text, (await (await portal.SignInAsync(lead)).OpenAsync($"/enquiries/{enquiry.Id}")).Text);
        Assert.Contains($"ENQ-{enquiry.Id:D6}", (await leader.OpenAsync($"/incidents/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_may_not_see_fills_nothing_in_and_leaves_no_link()
    {
        var lead = await portal.AddPersonAsync();
        var account = await portal.AddLiveAccountAsync(lead);
        var enquiry = await portal.AddEnquiryAsync(account.Id, lead, text: "Not for everybody.");
        var (_, stranger) = await portal.PersonAsync();

        var form = await stranger.OpenAsync($"/incidents/report?enquiry={enquiry.Id}");
        Assert.Equal("", form.ValueOf("Form.What"));
        Assert.DoesNotContain("ENQ-", form.Text, StringComparison.Ordinal);
        var sent = await stranger.SubmitAsync(form, [.. IncidentBuilder.ReportFields()]);

        Assert.Equal((IncidentSource.None, (int?)null), await SourceAsync(IncidentBuilder.NumberIn(sent.Location!)));
        await stranger.OpenAsync("/incidents/report?enquiry=-1&check=x&mention=99999999999999");
    }

    [Fact]
    [Trait("Clause", "PUB-1")]
    public async Task From_a_mention_its_text_its_site_and_its_link_are_filled_in()
    {
        var (teacher, client) = await portal.PersonAsync();
        var mention = await portal.UseDatabaseAsync(async database =>
        {
            var logged = PublicMention.Log(
                new MentionAnswers("A forum", "https://forum.example/t/1", "They lie about us.", "", DateOnly.FromDateTime(portal.Now)), teacher.AsActor(), portal.Now).Value;
            database.Mentions.Add(logged);
            await database.SaveChangesAsync();
            return logged.Id;
        });

        Assert.NotNull((await client.OpenAsync($"/mentions/{mention}")).Document.QuerySelector($"main a[href='/incidents/report?mention={mention}']"));
        var form = await client.OpenAsync($"/incidents/report?mention={mention}");
        Assert.Equal(
            ("They lie about us.", "Elsewhere", "A forum", "https://forum.example/t/1", "PublicMention"),
            (form.ValueOf("Form.What"), form.ValueOf("Form.Where"), form.ValueOf("Form.Place"), form.ValueOf("Form.Link"), form.ValueOf("Form.Noticed")));
        var sent = await client.SubmitAsync(form, ("Form.IsDanger", "false"), ("Form.Category", "Defamatory"), ("Form.When", "NotKnown"));
        var id = IncidentBuilder.NumberIn(sent.Location!);
        Assert.Equal((IncidentSource.PublicMention, (int?)mention), await SourceAsync(id));
        Assert.Contains($"INC-{id}", (await client.OpenAsync($"/mentions/{mention}")).Text, StringComparison.Ordinal);
    }

    private async Task<(IncidentSource, int?)> SourceAsync(int id)
    {
        var incident = await portal.IncidentAsync(id);
        return (incident.Source, incident.SourceId);
    }
}
