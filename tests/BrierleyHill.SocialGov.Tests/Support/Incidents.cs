using System.Globalization;
using System.Net;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Makes incidents: on the domain, and through the pages as people do.</summary>
public static class IncidentBuilder
{
    /// <summary>The number of every incident that is made on the domain.</summary>
    public const int Number = 123456;

    /// <summary>Tuesday 10 March 2026, 10:00 in London.</summary>
    public static DateTime At { get; } = BusinessCases.At;

    /// <summary>Who reports.</summary>
    public static Actor Reporter { get; } = People.Actor(2);

    /// <summary>A senior leader.</summary>
    public static Actor Leader { get; } = People.Actor(9, Roles.SeniorLeader);

    /// <summary>The directory of the incidents that are made on the domain: Reporter 2, Ann Barnes 3, Bob Smith-Jones 4, Carl O'Brien 5, leader 9.</summary>
    public static PeopleDirectory Directory { get; } = new(
    [
        People.InDirectory(2, "Rita", "Reporter"),
        People.InDirectory(3, "Ann", "Barnes"),
        People.InDirectory(4, "Bob", "Smith-Jones"),
        People.InDirectory(5, "Carl", "O’Brien"),
        People.InDirectory(9, "Lena", "Leader"),
    ]);

    /// <summary>What is reported, where nothing else is said.</summary>
    public static IncidentAnswers Answers(
        string? what = "Somebody wrote something hurtful.",
        IncidentWhere? where = IncidentWhere.Elsewhere,
        string? place = "A group of parents",
        IncidentCategory? category = IncidentCategory.Offensive,
        bool? isDanger = false,
        params InvolvedPersonAnswers[] people) =>
        new(what, where, null, place, "", At.AddHours(-1), NoticedHow.SawIt, category, isDanger, people);

    /// <summary>One that was reported just now, whose events are taken.</summary>
    public static Incident Reported(IncidentAnswers? answers = null)
    {
        var incident = Incident.Report(Number, answers ?? Answers(), null, Directory, Reporter, At).Value;
        incident.TakeEvents();
        return incident;
    }

    /// <summary>Somebody of the directory who is said to have done it.</summary>
    public static InvolvedPersonAnswers Alleged(int personId) => new(InvolvedType.Staff, InvolvedRole.Alleged, personId, null);

    /// <summary>Reports one by the form, and gives its number.</summary>
    /// <param name="client">Who reports.</param>
    /// <param name="category">What kind.</param>
    /// <param name="isDanger">Whether somebody is in danger.</param>
    /// <param name="what">What happened.</param>
    /// <param name="alleged">Who of the directory is said to have done it.</param>
    public static async Task<int> ReportIncidentAsync(
        this PortalClient client,
        IncidentCategory category = IncidentCategory.Offensive,
        bool isDanger = false,
        string what = "Somebody wrote something hurtful about a pupil.",
        Person? alleged = null)
    {
        var sent = await client.FillAsync("/incidents/report", [.. ReportFields(category, isDanger, what), .. InvolvedFields(0, alleged)]);
        Assert.True(sent.Status == HttpStatusCode.Redirect, $"{(int)sent.Status}: {sent.Text}");
        return NumberIn(sent.Location!);
    }

    /// <summary>The fields of the report form.</summary>
    public static IEnumerable<(string Name, string Value)> ReportFields(
        IncidentCategory category = IncidentCategory.Offensive, bool isDanger = false, string what = "Somebody wrote something hurtful about a pupil.") =>
    [
        ("Form.IsDanger", isDanger ? "true" : "false"),
        ("Form.What", what),
        ("Form.Category", category.ToString()),
        ("Form.Where", "Elsewhere"),
        ("Form.Place", "A group of parents"),
        ("Form.When", "JustNow"),
        ("Form.Noticed", "SawIt"),
    ];

    /// <summary>The fields of a row in which somebody of the directory is said to have done it; none without somebody.</summary>
    public static IEnumerable<(string Name, string Value)> InvolvedFields(int row, Person? alleged) => alleged is null
        ? []
        :
        [
            (Field(row, "Role"), "Alleged"),
            (Field(row, "Type"), "Staff"),
            (Field(row, "PersonId"), alleged.Id.ToString(CultureInfo.InvariantCulture)),
        ];

    /// <summary>The name of a field of a row of the people.</summary>
    public static string Field(int row, string name) => string.Create(CultureInfo.InvariantCulture, $"Form.People[{row}].{name}");

    /// <summary>The number of the incident whose page an address is.</summary>
    public static int NumberIn(string location) => int.Parse(location.Split('/')[2], CultureInfo.InvariantCulture);

    /// <summary>The incident as it is saved.</summary>
    public static Task<Incident> IncidentAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.Incidents.AsNoTracking().SingleAsync(incident => incident.Id == id));

    /// <summary>The chronology as it is saved, in the order of its numbers.</summary>
    public static Task<List<ChronologyEntry>> ChronologyAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.ChronologyEntries.AsNoTracking().Where(entry => entry.IncidentId == id).OrderBy(entry => entry.Number).ToListAsync());

    /// <summary>Makes somebody investigate, as an appointment does; where this is about something else.</summary>
    public static Task InvestigateAsync(this PortalFactory portal, int id, Person investigator) => portal.UseDatabaseAsync(database => database.Database.ExecuteSqlAsync(
        $"""INSERT INTO "IncidentInvestigators" ("IncidentId", "PersonId", "Since", "Until") VALUES ({id}, {investigator.Id}, {portal.Now}, NULL)"""));
}
