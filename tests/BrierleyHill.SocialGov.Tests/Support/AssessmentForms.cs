using System.Globalization;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.ImpactAssessments;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Impact assessments over HTTP and in the portal's database.</summary>
public static class AssessmentForms
{
    /// <summary>The steps that are answered on one page, with their fields.</summary>
    public static IReadOnlyList<(string Step, string[] Fields)> Steps { get; } =
    [
        ("need", ["Plan", "Why"]),
        ("processing", ["Nature", "Scope", "Context", "Purposes"]),
        ("consultation", ["Consulted", "ConsultedHow"]),
        ("necessity", ["BasisBecause", "Necessity", "Lawfulness", "PurposeLimitation", "DataMinimisation", "Accuracy", "StorageLimitation", "Security", "Accountability"]),
        ("outcome", ["Conclusion"]),
    ];

    /// <summary>The answers of the screening, all alike but the first.</summary>
    public static (string Name, string Value)[] Screening(bool first, bool rest = false) =>
        [.. Enumerable.Range(0, 8).Select(place => ($"Form.Answers[{place}]", (place == 0 ? first : rest) ? "true" : "false"))];

    /// <summary>Begins one over HTTP, screens it as needed and answers every step.</summary>
    /// <returns>Its number.</returns>
    public static async Task<int> WriteAssessmentAsync(
        this PortalClient client, Person owner, string title = "Pictures online", int? application = null, Func<string, string>? text = null)
    {
        var started = await client.FillAsync(application is null ? "/impact-assessments/start" : $"/impact-assessments/start?application={application}", ("Form.Title", title));
        Assert.True(started.Location is not null, $"{(int)started.Status} {started.Text}");
        var id = int.Parse(started.Location.Split('/')[2], CultureInfo.InvariantCulture);
        var path = $"/impact-assessments/{id}";
        Assert.Equal(path + "/screened", (await client.FillAsync(path + "/screening", Screening(first: true))).Location);
        foreach (var (step, fields) in Steps)
        {
            var answers = fields.Select(field => (field, text?.Invoke(field) ?? $"The answer to {field}."));
            (string, string)[] also = step switch { "necessity" => [("LawfulBasis", "Consent")], "outcome" => [("KeeperId", BusinessCaseForms.Number(owner))], _ => [] };
            var saved = await client.FillAsync($"{path}/steps/{step}", [.. answers, .. also]);
            Assert.True(saved.Location == path + "/tasks", $"{step}: {(int)saved.Status} {saved.Text}");
        }

        Assert.Equal(path + "/risks", (await client.FillAsync(path + "/risks/library", ("Form.Chosen", "1"), ("Form.Chosen", "6"))).Location);
        Assert.Equal(path + "/risks", (await client.FillAsync(
            path + "/risks/add", ("Form.Description", text?.Invoke("Description") ?? "Something else."), ("Form.Harm", "A child."), ("Form.Likelihood", "Possible"), ("Form.Severity", "Significant"))).Location);
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal(path + "/measures", (await client.FillAsync(
                $"{path}/measures/{number}",
                ("Form.Measure", text?.Invoke("Measure") ?? "Two people look."), ("Form.OwnerId", BusinessCaseForms.Number(owner)),
                ("Form.LikelihoodAfter", "Remote"), ("Form.SeverityAfter", "Significant"), ("Form.Effect", "Reduced"))).Location);
        }

        return id;
    }

    /// <summary>Judges every answer of every step over HTTP.</summary>
    public static async Task JudgeAsync(this PortalClient officer, int id, string verdict = "Acceptable", string text = "")
    {
        foreach (var step in new[] { "need", "processing", "consultation", "necessity", "risks", "outcome" })
        {
            var page = await officer.OpenAsync($"/impact-assessments/{id}/advise/{step}");
            var count = page.Document.QuerySelectorAll("input[name$='.Key']").Length;
            var judged = await officer.SubmitAsync(
                page, [.. Enumerable.Range(0, count).SelectMany(place => new[] { ($"Form.Comments[{place}].Verdict", verdict), ($"Form.Comments[{place}].Text", text) })]);
            Assert.True(judged.Location == $"/impact-assessments/{id}/advise", $"{step}: {(int)judged.Status} {judged.Text}");
        }
    }

    /// <summary>A day as a date field sends it.</summary>
    public static (string Name, string Value)[] Day(string field, DateOnly day) =>
    [
        ($"Form.{field}.Day", day.Day.ToString(CultureInfo.InvariantCulture)),
        ($"Form.{field}.Month", day.Month.ToString(CultureInfo.InvariantCulture)),
        ($"Form.{field}.Year", day.Year.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Adds an assessment in the given status to the portal's database, as its people would have brought it there.</summary>
    /// <returns>Its number.</returns>
    public static Task<int> AddAssessmentAsync(
        this PortalFactory portal,
        Person author,
        Person officer,
        AssessmentStatus status = AssessmentStatus.WithDpo,
        RiskLevel residual = RiskLevel.Low,
        int? application = null,
        string title = "Pictures online",
        int reviewInMonths = 6) => portal.UseDatabaseAsync(async database =>
    {
        var (by, dpo, at) = (author.AsActor(), officer.AsActor(), portal.Now);
        var directory = await database.LoadDirectoryAsync(CancellationToken.None);
        var named = application is { } number ? await database.Applications.SingleAsync(one => one.Id == number) : null;
        var assessment = ImpactAssessment.Start(title, named is null ? null : CoverableCase.Of(named), by, at).Value;
        database.ImpactAssessments.Add(assessment);
        await database.SaveChangesAsync();
        if (status == AssessmentStatus.NotNeeded)
        {
            Assessments.Done(assessment.AnswerScreening(BrierleyHill.SocialGov.Domain.ImpactAssessments.Screening.Everything, ScreeningPoints.None, by, at));
            Assessments.Done(assessment.DeclareNotNeeded("Scores alone.", await database.LoadCoveredAsync(assessment, CancellationToken.None), by, at));
            await database.SaveChangesAsync();
            return assessment.Id;
        }

        Assessments.Answer(assessment, by, at, residual, directory);
        await database.SaveChangesAsync();
        var covered = await database.LoadCoveredAsync(assessment, CancellationToken.None);
        if (status != AssessmentStatus.Draft)
        {
            Assessments.Done(assessment.Send("", [officer.Id], covered, directory, by, at));
            await database.SaveChangesAsync();
        }

        if (status == AssessmentStatus.SignedOff)
        {
            Assessments.Done(Assessments.Judge(assessment, at: at, by: dpo, directory: directory));
            Assessments.Done(assessment.SignOff(
                "Fine.", BrierleyHill.SocialGov.Domain.Calendar.LondonTime.DateOf(at).AddMonths(reviewInMonths), covered, directory, dpo, at));
        }
        else if (status == AssessmentStatus.ReturnedByDpo)
        {
            Assessments.Done(assessment.Comment([("Why", AnswerVerdict.Improve, "Say more.")], directory, dpo, at));
            Assessments.Done(assessment.Return("Nearly there.", dpo, at));
        }
        else if (status == AssessmentStatus.Refused)
        {
            Assessments.Done(assessment.Refuse("Not like this.", dpo, at));
        }

        await database.SaveChangesAsync();
        return assessment.Id;
    });

    public static Task<ImpactAssessment> ReadAssessmentAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.ImpactAssessments.AsNoTracking().SingleAsync(one => one.Id == id));
}
