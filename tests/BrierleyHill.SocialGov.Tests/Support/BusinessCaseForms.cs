using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>The sections of the business case, filled in as a person fills them in.</summary>
public static class BusinessCaseForms
{
    /// <summary>The parts of the addresses of the sections, in the order of the task list.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["platform-and-name", "aim", "audience", "administrators", "openness", "settings", "messages", "personal-data"];

    /// <summary>Every text field with the section that it stands in and its longest length.</summary>
    public static IReadOnlyList<(string Section, string Field, int Limit)> Texts { get; } =
    [
        ("platform-and-name", "PlatformName", 100), ("platform-and-name", "ProposedName", 100), ("platform-and-name", "NameExplanation", 2000),
        ("aim", "Aim", 2000), ("audience", "Audience", 2000), ("audience", "Promotion", 2000), ("openness", "OpennessReason", 2000),
        ("messages", "ResponseArrangements", 2000), ("messages", "ForwardingArrangements", 2000),
        ("personal-data", "PersonalData", 2000),
    ];

    /// <summary>Good answers to a section; every text is the one given for its field, or a short one.</summary>
    public static (string Name, string Value)[] Answers(string section, Person lead, Person deputy, Func<string, string>? text = null)
    {
        string Text(string field) => text?.Invoke(field) ?? (field == "ProposedName" ? "Science Club" : $"The answer to {field}.");
        return section switch
        {
            "platform-and-name" =>
            [
                ("Platform", nameof(Platform.Other)), ("PlatformName", Text("PlatformName")), ("Kind", nameof(AccountKind.LearningPlatform)),
                ("ProposedName", Text("ProposedName")), ("NameExplanation", text is null ? "" : Text("NameExplanation")),
            ],
            "aim" => [("Aim", Text("Aim"))],
            "audience" => [("Audience", Text("Audience")), ("Promotion", Text("Promotion"))],
            "administrators" => [("LeadId", Number(lead)), ("DeputyIds", Number(deputy))],
            "openness" => [("Openness", nameof(Openness.Closed)), ("OpennessReason", Text("OpennessReason"))],
            "settings" =>
            [
                ("Comments", nameof(WhoMay.FollowersOnly)), ("Following", nameof(WhoMay.Anybody)), ("Tagging", nameof(WhoMay.Nobody)),
                ("FollowersApproved", "true"), ("PostsApproved", "true"), ("DirectMessages", nameof(WhoMay.Nobody)),
            ],
            "messages" => [("ResponseArrangements", Text("ResponseArrangements")), ("ForwardingArrangements", Text("ForwardingArrangements"))],
            "personal-data" => [("ProcessesPersonalData", "true"), ("PersonalData", Text("PersonalData")), ("ImpactAssessmentId", "")],
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, "There is no such section."),
        };
    }

    /// <summary>Begins a business case and answers every section over HTTP.</summary>
    /// <returns>Its number.</returns>
    public static async Task<int> WriteAsync(this PortalClient client, Person lead, Person deputy, Func<string, string>? text = null)
    {
        var started = await client.FillAsync("/applications/start");
        var id = int.Parse(started.Location!.Split('/')[2], CultureInfo.InvariantCulture);
        foreach (var section in Sections)
        {
            var saved = await client.FillAsync($"/applications/{id}/{section}", Answers(section, lead, deputy, text));
            Assert.True(saved.Location == $"/applications/{id}/tasks", $"{section}: {(int)saved.Status} {saved.Location} {saved.Text}");
        }

        return id;
    }

    /// <summary>A decision, filled in.</summary>
    public static (string Name, string Value)[] Approval(string conditions = "") =>
    [
        ("Form.Outcome", "Approved"), ("Form.Weighed", "Purpose"), ("Form.Weighed", "Audience"), ("Form.Weighed", "Settings"),
        ("Form.Weighed", "ResponseAndForwarding"), ("Form.Reasons", conditions),
    ];

    /// <summary>The person's number as a form sends it.</summary>
    public static string Number(Person person) => person.Id.ToString(CultureInfo.InvariantCulture);
}
