using System.Net;
using System.Text;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Pupils;

public sealed class PupilPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly (string, string)[] ByForm =
    [
        ("Form.GivenBy", "Ada Abbott"), ("Form.Relation", "Parent"), ("Form.How", "Form"), ("Form.DecidedOn.Day", "9"), ("Form.DecidedOn.Month", "3"), ("Form.DecidedOn.Year", "2026"),
        ("Form.Validity", "Leaving"), ("Form.LawfulBasis", "Consent"),
    ];

    private static async Task<int> EnterAsync(PortalClient client, PupilDetails details)
    {
        var entered = await client.FillAsync(
            "/pupils/enter", ("Forename", details.Forename!), ("Surname", details.Surname!), ("ClassName", details.ClassName ?? ""), ("MisNumber", details.MisNumber!));
        Assert.True(entered.Location is not null, entered.Text);
        return int.Parse(entered.Location.Split('/')[^1], null);
    }

    /// <summary>Chooses the same answer for every use that is offered.</summary>
    private static async Task<Page> AnswerAsync(PortalClient client, int id, string answer, Func<string, bool>? isMeant = null, params (string Name, string Value)[] otherwise)
    {
        var form = await client.OpenAsync($"/pupils/{id}/answers");
        var keys = form.Document.QuerySelectorAll("input[name$='.Key']").Select(key => (Name: key.GetAttribute("name")!, Value: key.GetAttribute("value")!)).ToList();
        Assert.NotEmpty(keys);
        var chosen = keys.Where(key => isMeant?.Invoke(key.Value) ?? true).Select(key => (key.Name.Replace(".Key", ".Answer", StringComparison.Ordinal), answer));
        return await client.SubmitAsync(form, [.. chosen, .. ByForm.Where(field => !otherwise.Any(other => other.Name == field.Item1)), .. otherwise]);
    }

    private Task<Pupil> SavedAsync(int id) => portal.UseDatabaseAsync(database => database.Pupils.AsNoTracking().SingleAsync(pupil => pupil.Id == id));

    [Fact]
    [Trait("Clause", "IMG-1")]
    [Trait("Clause", "DP-1")]
    public async Task Entered_nothing_may_be_published_answered_it_may_and_the_answer_can_be_shown()
    {
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        var id = await EnterAsync(client, Support.Pupils.Details("Ines", "Quartermain", "3 Fir"));
        var page = await client.OpenAsync($"/pupils/{id}");
        Assert.Contains("Ines Quartermain", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("May appear", page.Text, StringComparison.Ordinal);

        var answered = await client.FollowAsync(await AnswerAsync(client, id, "Given", key => key.StartsWith("Website", StringComparison.Ordinal)));
        Assert.Contains("2 answers are recorded.", answered.Text, StringComparison.Ordinal);
        Assert.Equal(2, answered.Document.QuerySelectorAll("main .govuk-tag--green").Length);
        Assert.Contains("Ada Abbott, parent", answered.Text, StringComparison.Ordinal);
        Assert.Contains("9 March 2026", answered.Text, StringComparison.Ordinal);
        Assert.Contains("(a) Consent", answered.Text, StringComparison.Ordinal);

        var (_, teacher) = await portal.PersonAsync();
        var camera = await teacher.OpenAsync("/pupils/camera?Class=3+Fir");
        var row = Assert.Single(camera.Document.QuerySelectorAll("main tbody tr"));
        Assert.Equal(("Ines Quartermain", 1), (row.QuerySelector("th")!.TextContent, row.QuerySelectorAll(".govuk-tag--green").Length));
        Assert.Equal($"/pupils/{id}", (await client.GetAsync($"/search?q=PUP-{id}")).Location);
        // A teacher has the list for the camera, and nothing else of it.
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync($"/pupils/{id}")).Status);
    }

    [Fact]
    public async Task Two_pupils_never_share_a_number_however_it_is_written()
    {
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        var first = Support.Pupils.Details("Jon", "First");
        await EnterAsync(client, first);
        var again = await client.FillAsync("/pupils/enter", ("Forename", "Jo"), ("Surname", "Second"), ("MisNumber", $" {first.MisNumber!.ToLowerInvariant()} "));

        Assert.Equal((HttpStatusCode.BadRequest, PupilErrors.NumberTaken.Message), (again.Status, Assert.Single(again.Errors)));
        Assert.Equal("Jo", again.ValueOf("Forename"));

        var other = await EnterAsync(client, Support.Pupils.Details("Jo", "Second"));
        var changed = await client.FillAsync($"/pupils/{other}/change", ("MisNumber", first.MisNumber));
        Assert.Equal(HttpStatusCode.BadRequest, changed.Status);
        Assert.NotEqual(Pupil.KeyOf(first.MisNumber), (await SavedAsync(other)).MisKey);
    }

    [Fact]
    public async Task A_form_that_is_refused_records_nothing_and_keeps_what_was_chosen()
    {
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        var id = await EnterAsync(client, Support.Pupils.Details());
        var refused = await AnswerAsync(client, id, "Given", null, ("Form.GivenBy", ""), ("Form.DecidedOn.Year", "2027"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Enter the name of who gave the consent.", refused.Errors);
        Assert.Contains(PupilErrors.DecidedAhead.Message, refused.Errors);
        Assert.All(refused.Document.QuerySelectorAll("select[name$='.Answer'] option[selected]"), option => Assert.Equal("Given", option.GetAttribute("value")));
        Assert.Empty((await SavedAsync(id)).Decisions);

        var nothing = await client.FillAsync($"/pupils/{id}/answers", ByForm);
        Assert.Equal(PupilErrors.NothingRecorded.Message, Assert.Single(nothing.Errors));
    }

    [Fact]
    [Trait("Clause", "IMG-1")]
    public async Task Of_two_who_answer_at_once_the_second_is_told_and_can_save_then()
    {
        var (_, one) = await portal.PersonAsync(Roles.Administrator);
        var (_, other) = await portal.PersonAsync(Roles.Administrator);
        var id = await EnterAsync(one, Support.Pupils.Details());
        var form = await other.OpenAsync($"/pupils/{id}/answers");
        Assert.NotNull((await AnswerAsync(one, id, "Withdrawn")).Location);

        (string, string)[] yes = [("Form.Answers[0].Answer", "Refused"), .. ByForm];
        var stale = await other.SubmitAsync(form, yes);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.DoesNotContain((await SavedAsync(id)).Decisions, decision => decision.Answer == ConsentAnswer.Refused);
        Assert.Equal("Refused", stale.ValueOf("Form.Answers[0].Answer"));
        Assert.NotNull((await other.SubmitAsync(stale)).Location);
    }

    /// <summary>Byte for byte, but for the numbers that no two pupils share.</summary>
    [Fact]
    [Trait("Clause", "IMG-1")]
    public async Task Whoever_may_not_protect_sees_a_protected_pupil_as_one_for_whom_it_was_refused()
    {
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var (_, lead) = await portal.PersonAsync(Roles.SafeguardingLead);
        var (_, officer) = await portal.PersonAsync(Roles.DataProtectionOfficer);
        var (_, teacher) = await portal.PersonAsync();
        var (refused, guarded) = (await EnterAsync(administrator, Support.Pupils.Details("Same", "Name", "5 Yew")), await EnterAsync(administrator, Support.Pupils.Details("Same", "Name", "5 Yew")));
        Assert.NotNull((await AnswerAsync(administrator, refused, "Refused")).Location);
        Assert.NotNull((await AnswerAsync(administrator, guarded, "Given")).Location);
        Assert.NotNull((await lead.FillAsync($"/pupils/{guarded}/protect", ("Form.Because", "A court order of the spring."))).Location);

        // What was done last is said once, on the next page.
        await administrator.OpenAsync("/pupils");
        var numbers = ((await SavedAsync(refused)).MisNumber, (await SavedAsync(guarded)).MisNumber);
        foreach (var client in new[] { administrator, officer })
        {
            var (one, two) = (await client.OpenAsync($"/pupils/{refused}"), await client.OpenAsync($"/pupils/{guarded}"));
            Assert.Equal(
                Body(one).Replace($"{refused:D6}", "", StringComparison.Ordinal).Replace($"/{refused}", "", StringComparison.Ordinal).Replace(numbers.Item1, "", StringComparison.Ordinal),
                Body(two).Replace($"{guarded:D6}", "", StringComparison.Ordinal).Replace($"/{guarded}", "", StringComparison.Ordinal).Replace(numbers.Item2, "", StringComparison.Ordinal));
        }

        var rows = (await teacher.OpenAsync("/pupils/camera?Class=5+Yew")).Document.QuerySelectorAll("main tbody tr").Select(row => row.InnerHtml).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0], rows[1]);

        var lines = Encoding.UTF8.GetString((await administrator.DownloadAsync("/pupils/export?Class=5+Yew")).Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal(lines[1].Split(',')[2..], lines[2].Split(',')[2..]);

        // Asked to say yes after all, both refuse in the same words; the lead may.
        var (no, neither) = (await AnswerAsync(administrator, refused, "Given"), await AnswerAsync(administrator, guarded, "Given"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (no.Status, neither.Status));
        Assert.Equal(no.Errors, neither.Errors);
        Assert.All(no.Errors, error => Assert.Equal(PupilErrors.DoNotPublish.Message, error));

        // Those who may know are told, and the reason stands there alone.
        Assert.Contains("A court order of the spring.", (await lead.OpenAsync($"/pupils/{guarded}")).Text, StringComparison.Ordinal);
        await portal.UseDatabaseAsync(async database =>
        {
            foreach (var id in new[] { refused, guarded })
            {
                var about = await database.AuditEvents.AsNoTracking().Where(line => line.RecordReference == $"PUP-{id:D6}").ToListAsync();
                Assert.Equal([nameof(PupilEntered), nameof(PupilPublishingChanged)], about.Select(line => line.Name).Distinct().Order());
                Assert.All(about, line => Assert.DoesNotContain("court", $"{line.Reason}{line.Changes}", StringComparison.Ordinal));
                Assert.All(about, line => Assert.DoesNotContain("Same", $"{line.Reason}{line.Changes}", StringComparison.Ordinal));
            }
        });
    }

    [Fact]
    public async Task Protecting_is_for_leaders_and_the_safeguarding_lead_and_asks_why()
    {
        var (_, administrator) = await portal.PersonAsync(Roles.Administrator);
        var (_, leader) = await portal.PersonAsync(Roles.SeniorLeader);
        var id = await EnterAsync(administrator, Support.Pupils.Details());
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync($"/pupils/{id}/protect")).Status);
        Assert.DoesNotContain("protect", Body(await administrator.OpenAsync($"/pupils/{id}")).ToLowerInvariant().Replace("data protection", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var refused = await leader.FillAsync($"/pupils/{id}/protect", ("Form.Because", " "));
        Assert.Equal("Enter why. Only senior leaders and the safeguarding lead can read it.", Assert.Single(refused.Errors));
        Assert.NotNull((await leader.FillAsync($"/pupils/{id}/protect", ("Form.Because", "Risk."))).Location);
        Assert.True((await SavedAsync(id)).IsProtected);
        Assert.NotNull((await leader.FillAsync($"/pupils/{id}/protect", ("Form.Because", "It has passed."))).Location);
        Assert.False((await SavedAsync(id)).IsProtected);
    }

    [Fact]
    public async Task The_file_holds_what_is_shown_and_no_formula_and_that_it_was_taken_is_on_record()
    {
        var (person, client) = await portal.PersonAsync(Roles.Administrator);
        await EnterAsync(client, Support.Pupils.Details("=HYPERLINK(1)", "Formula", "7 Ivy"));
        var (answer, body) = await client.DownloadAsync("/pupils/export?Class=7+Ivy");

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var text = Encoding.UTF8.GetString(body);
        Assert.Contains(",Formula,'=HYPERLINK(1),7 Ivy,", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(await portal.UseDatabaseAsync(database => database.AuditEvents.AnyAsync(line => line.Name == nameof(PupilsExported) && line.ActorId == person.Id)));
    }

    [Fact]
    public async Task Somebody_who_has_left_is_on_no_camera_list_and_among_those_who_left()
    {
        var (_, client) = await portal.PersonAsync(Roles.Administrator);
        var id = await EnterAsync(client, Support.Pupils.Details("Gone", "Away", "8 Elder"));
        Assert.NotNull((await client.FillAsync($"/pupils/{id}/change", ("LeavingOn.Day", "9"), ("LeavingOn.Month", "3"), ("LeavingOn.Year", "2026"))).Location);

        Assert.DoesNotContain("Away, Gone", (await client.OpenAsync("/pupils?Class=8+Elder")).Text, StringComparison.Ordinal);
        Assert.Contains("Away, Gone", (await client.OpenAsync("/pupils?Standing=Left")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone Away", (await client.OpenAsync("/pupils/camera?Class=8+Elder")).Text, StringComparison.Ordinal);
    }

    private static string Body(Page page) => page.Document.QuerySelector("main")!.InnerHtml;
}
