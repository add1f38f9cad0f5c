using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>A personal data breach, as it is first recorded.</summary>
public sealed class RecordBreachForm : IncidentPartForm
{
    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which the school became aware", Description = "For example, 27 3 2026")]
    public DateOnly? AwareOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? AwareTime { get; set; }

    /// <summary>What happened.</summary>
    [Display(Name = "What happened?", Description = "As far as it is known now. It can be completed later")]
    [MaximumCharacters(PersonalDataBreach.TextMaximumLength)]
    public string? WhatHappened { get; set; }

    internal Result<DateTime> AwareAt(DateTime now) =>
        TypedMoment.ReadPast(AwareOn, TypedTime.Read(AwareTime), nameof(AwareOn), nameof(AwareTime), now);
}

/// <summary>Records that there is a personal data breach. The 72 hours run from when the school became aware.</summary>
public sealed class RecordBreach(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result> RunAsync(int id, RecordBreachForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindIncidentAsync(id, person.Actor, IncidentAccess.Open, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (PersonalDataBreach.CheckMayWork(found.Value, person.Actor) is { IsRefused: true } refused)
        {
            return refused;
        }

        if (await database.PersonalDataBreaches.AnyAsync(breach => breach.IncidentId == id, cancellationToken))
        {
            return BreachErrors.RecordedAlready;
        }

        var now = clock.UtcNow();
        var aware = form.AwareAt(now);
        if (aware.IsRefused)
        {
            return aware.Error;
        }

        var begun = PersonalDataBreach.Begin(found.Value, aware.Value, form.WhatHappened, person.Actor, now);
        if (begun.IsRefused)
        {
            return begun.Error;
        }

        database.PersonalDataBreaches.Add(begun.Value);
        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>A correction of when the school became aware.</summary>
public sealed class CorrectAwarenessForm : IncidentPartForm
{
    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which the school became aware", Description = "For example, 27 3 2026")]
    public DateOnly? AwareOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? AwareTime { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why is the time corrected?", Description = "Both times stay on record")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? Because { get; set; }

    /// <summary>Why the Commissioner was told late.</summary>
    [Display(Name = "Why was the ICO told late?", Description = "Only where, with this time, it was told more than 72 hours after")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? DelayBecause { get; set; }
}

/// <summary>Corrects when the school became aware of a breach.</summary>
public sealed class CorrectAwareness(IncidentPartWrite write)
{
    /// <summary>Corrects it.</summary>
    public Task<Result> RunAsync(int id, CorrectAwarenessForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id,
        PersonalDataBreach.OnlyNumber,
        form.Version,
        (incident, breach, by, at) =>
        {
            var aware = TypedMoment.ReadPast(form.AwareOn, TypedTime.Read(form.AwareTime), nameof(form.AwareOn), nameof(form.AwareTime), at);
            return aware.IsRefused ? aware.Error : breach.CorrectAwareness(incident, aware.Value, form.Because, form.DelayBecause, by, at);
        },
        cancellationToken);
}

/// <summary>What is known of a breach.</summary>
public sealed class DescribeBreachForm : IncidentPartForm
{
    /// <summary>What happened.</summary>
    [Display(Name = "What happened?")]
    [MaximumCharacters(PersonalDataBreach.TextMaximumLength)]
    public string? WhatHappened { get; set; }

    /// <summary>Whose data.</summary>
    [Display(Name = "Whose data is it?")]
    public IList<BreachPeople> People { get; set; } = [];

    /// <summary>How many people.</summary>
    [Display(Name = "About how many people?", Description = "Leave it empty while it is not known")]
    public string? NumberOfPeople { get; set; }

    /// <summary>What data.</summary>
    [Display(Name = "What kinds of data?")]
    public IList<BreachData> Data { get; set; } = [];

    /// <summary>How many records.</summary>
    [Display(Name = "About how many records?", Description = "For example messages, pictures or rows. Leave it empty while it is not known")]
    public string? NumberOfRecords { get; set; }

    /// <summary>What is likely to come of it.</summary>
    [Display(Name = "What is likely to come of it for the people concerned?")]
    [MaximumCharacters(PersonalDataBreach.TextMaximumLength)]
    public string? Consequences { get; set; }

    /// <summary>What was done.</summary>
    [Display(Name = "What has been done about it?")]
    [MaximumCharacters(PersonalDataBreach.TextMaximumLength)]
    public string? MeasuresTaken { get; set; }

    /// <summary>What is to be done.</summary>
    [Display(Name = "What will be done?")]
    [MaximumCharacters(PersonalDataBreach.TextMaximumLength)]
    public string? MeasuresProposed { get; set; }

    /// <summary>Processors.</summary>
    [Display(Name = "Which processors were involved?", Description = "A platform or a supplier that handles the data for the school")]
    [MaximumCharacters(PersonalDataBreach.ProcessorsMaximumLength)]
    public string? Processors { get; set; }

    /// <summary>Fills it in with what is on record.</summary>
    internal static DescribeBreachForm Of(PersonalDataBreach breach) => new()
    {
        Version = breach.Version,
        WhatHappened = breach.WhatHappened,
        People = [.. BreachKindsText.EachPeople.Where(kind => breach.People.HasFlag(kind))],
        NumberOfPeople = breach.NumberOfPeople?.ToString(CultureInfo.InvariantCulture),
        Data = [.. BreachKindsText.EachData.Where(kind => breach.Data.HasFlag(kind))],
        NumberOfRecords = breach.NumberOfRecords?.ToString(CultureInfo.InvariantCulture),
        Consequences = breach.Consequences,
        MeasuresTaken = breach.MeasuresTaken,
        MeasuresProposed = breach.MeasuresProposed,
        Processors = breach.Processors,
    };
}

/// <summary>Sets down what is known of a breach.</summary>
public sealed class DescribeBreach(IncidentPartWrite write)
{
    /// <summary>Sets it down.</summary>
    public Task<Result> RunAsync(int id, DescribeBreachForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id,
        PersonalDataBreach.OnlyNumber,
        form.Version,
        (incident, breach, by, at) => breach.Describe(
            incident,
            new BreachFacts(
                form.WhatHappened,
                form.People.Aggregate(BreachPeople.None, (all, kind) => all | kind),
                Number(form.NumberOfPeople),
                form.Data.Aggregate(BreachData.None, (all, kind) => all | kind),
                Number(form.NumberOfRecords),
                form.Consequences,
                form.MeasuresTaken,
                form.MeasuresProposed,
                form.Processors),
            by,
            at),
        cancellationToken);

    // Written as people write numbers: "about" is in the question, a comma between thousands is no mistake. What is no number is refused by the record.
    private static int? Number(string? typed)
    {
        var text = PlainText.CleanLine(typed).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return text.Length == 0 ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}

/// <summary>The risk of a breach.</summary>
public sealed class AssessBreachRiskForm : IncidentPartForm
{
    /// <summary>The risk.</summary>
    [Display(Name = "How high is the risk to the people concerned?", Description = "How likely is it that they come to harm, and how grave would that be?")]
    public BreachRisk? Risk { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you judge it so?")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Assesses the risk of a breach.</summary>
public sealed class AssessBreachRisk(IncidentPartWrite write)
{
    /// <summary>Assesses it.</summary>
    public Task<Result> RunAsync(int id, AssessBreachRiskForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id, 1, form.Version, (incident, breach, by, at) => breach.AssessRisk(incident, form.Risk, form.Because, by, at), cancellationToken);
}

/// <summary>The data protection officer’s advice.</summary>
public sealed class AdviseOnBreachForm : IncidentPartForm
{
    /// <summary>The Commissioner.</summary>
    [Display(Name = "Do you advise to tell the ICO?")]
    public bool? TellCommissioner { get; set; }

    /// <summary>The people.</summary>
    [Display(Name = "Do you advise to tell the people concerned?")]
    public bool? TellPeople { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Records the data protection officer’s advice.</summary>
public sealed class AdviseOnBreach(IncidentPartWrite write)
{
    /// <summary>Records it.</summary>
    public Task<Result> RunAsync(int id, AdviseOnBreachForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id, 1, form.Version, (incident, breach, by, at) => breach.Advise(incident, form.TellCommissioner, form.TellPeople, form.Because, by, at), cancellationToken);
}
