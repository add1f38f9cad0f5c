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

/// <summary>When it happened, as the form asks.</summary>
public enum WhenHappened
{
    /// <summary>Now.</summary>
    [Display(Name = "Just now, or it is still going on")]
    JustNow,

    /// <summary>At a time that is typed.</summary>
    [Display(Name = "Earlier")]
    Earlier,

    /// <summary>Nobody knows.</summary>
    [Display(Name = "I do not know")]
    NotKnown,
}

/// <summary>Somebody who is involved, as typed.</summary>
public sealed class InvolvedPersonForm
{
    /// <summary>What they are in this incident.</summary>
    [Display(Name = "What have they to do with it?")]
    public InvolvedRole? Role { get; set; }

    /// <summary>Who they are to the school.</summary>
    [Display(Name = "Who are they to the school?")]
    public InvolvedType? Type { get; set; }

    /// <summary>Somebody of the directory.</summary>
    [Display(Name = "If they work, govern or volunteer here, choose them", Description = "Whoever is said to have done it never sees this, whatever their role")]
    public int? PersonId { get; set; }

    /// <summary>Somebody else.</summary>
    [Display(Name = "If not, say who it is", Description = "As little as possible, such as “a parent in Year 4” or a pupil’s initials")]
    [MaximumCharacters(InvolvedPerson.NameMaximumLength)]
    public string? Name { get; set; }

    /// <summary>Whether they are nobody of the directory.</summary>
    [Display(Name = "This is nobody on the list")]
    public bool IsNobodyOfList { get; set; }

    /// <summary>Whether anything was said about them.</summary>
    internal bool IsEmpty => Role is null && Type is null && PersonId is null && PlainText.CleanLine(Name).Length == 0;

    /// <summary>What was answered.</summary>
    internal InvolvedPersonAnswers Answers => new(Type, Role, PersonId, Name, IsNobodyOfList);
}

/// <summary>What is typed about a new incident.</summary>
public sealed class ReportIncidentForm
{
    /// <summary>Whether somebody is in danger.</summary>
    [Display(Name = "Is somebody in danger now?", Description = "If so, call for help first. The next page says whom to call")]
    public bool? IsDanger { get; set; }

    /// <summary>What happened.</summary>
    [Display(Name = "What happened?", Description = "In a sentence or two, in your own words")]
    [MaximumCharacters(Incident.WhatMaximumLength)]
    public string? What { get; set; }

    /// <summary>The category.</summary>
    [Display(Name = "What kind of incident is it?", Description = "If you are not sure, choose what comes nearest")]
    public IncidentCategory? Category { get; set; }

    /// <summary>Where it happened.</summary>
    [Display(Name = "Where did it happen?")]
    public IncidentWhere? Where { get; set; }

    /// <summary>The account.</summary>
    [Display(Name = "Which account?")]
    public int? AccountId { get; set; }

    /// <summary>Where else.</summary>
    [Display(Name = "Where?", ShortName = "Where it happened", Description = "For example, a parents’ WhatsApp group")]
    [MaximumCharacters(Incident.PlaceMaximumLength)]
    public string? Place { get; set; }

    /// <summary>Where it stands.</summary>
    [Display(Name = "Link to it")]
    public string? Link { get; set; }

    /// <summary>When it happened.</summary>
    [Display(Name = "When did it happen?")]
    public WhenHappened? When { get; set; }

    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which it happened", Description = "For example, 27 3 2026")]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm. About right is enough")]
    public string? HappenedTime { get; set; }

    /// <summary>How it was noticed.</summary>
    [Display(Name = "How did you notice it?")]
    public NoticedHow? Noticed { get; set; }

    /// <summary>Who is involved.</summary>
    public List<InvolvedPersonForm> People { get; set; } = [];

    /// <summary>The enquiry that it is reported from: what the link said, where that is a number.</summary>
    public string? Enquiry { get; set; }

    /// <summary>The monitoring check that it is reported from.</summary>
    public string? Check { get; set; }

    /// <summary>The public mention that it is reported from.</summary>
    public string? Mention { get; set; }

    /// <summary>The record that it is reported from, if any.</summary>
    internal (IncidentSource Source, int Id)? From =>
        Number(Enquiry) is { } enquiry ? (IncidentSource.Enquiry, enquiry)
        : Number(Check) is { } check ? (IncidentSource.MonitoringCheck, check)
        : Number(Mention) is { } mention ? (IncidentSource.PublicMention, mention)
        : null;

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Reports an incident. Anybody who is signed in may (BEH-4).</summary>
public sealed class ReportIncident(
    SocialGovDbContext database, IncidentPageQueries queries, SaveNewIncident saveNew, CurrentPerson person, TimeProvider clock)
{
    private const string Row = "People[";

    /// <summary>Reports it.</summary>
    /// <returns>The incident.</returns>
    public async Task<Result<Incident>> RunAsync(ReportIncidentForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var now = clock.UtcNow();
        var occurred = form.When switch
        {
            WhenHappened.JustNow => now,
            WhenHappened.Earlier => IncidentTime.Read(form.HappenedOn, TypedTime.Read(form.HappenedTime), now),
            WhenHappened.NotKnown => default(DateTime),
            _ => IncidentErrors.WhenMissing,
        };
        // A record that there is not, or that this person may not see, was not what it is reported from: somebody changed the link.
        var from = await queries.FindSourceAsync(form.From, cancellationToken);
        // Rows that say nothing stay where they are on the form and are no people.
        var rows = form.People.Select((row, index) => (row, index)).Where(one => !one.row.IsEmpty).ToList();
        return await saveNew.RunAsync(
            async number =>
            {
                var directory = await database.LoadDirectoryAsync(cancellationToken);
                var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == form.AccountId, cancellationToken);
                var reported = Incident.Report(
                    number,
                    new IncidentAnswers(
                        form.What,
                        form.Where,
                        form.AccountId,
                        form.Place,
                        form.Link,
                        form.When == WhenHappened.NotKnown || occurred.IsRefused ? null : occurred.Value,
                        form.Noticed,
                        form.Category,
                        form.IsDanger,
                        [.. rows.Select(one => one.row.Answers)],
                        from?.Source ?? IncidentSource.None,
                        from?.Id),
                    account,
                    directory,
                    person.Actor,
                    now);
                // A time that cannot be is told beside whatever else is wrong.
                Error[] refusals = [.. Refusals(reported.Error).Select(OnForm), .. Refusals(occurred.Error)];
                return Error.Together(refusals) is { } refused ? refused : reported;
            },
            cancellationToken);

        static IEnumerable<Error> Refusals(Error? refused) => refused is null ? [] : [refused with { Others = [] }, .. refused.Others];

        // The record counts the people that were named; the form counts its rows.
        Error OnForm(Error refused) =>
            refused.Field is { } field
            && field.StartsWith(Row, StringComparison.Ordinal)
            && field.IndexOf(']', StringComparison.Ordinal) is > 0 and var end
            && int.TryParse(field[Row.Length..end], NumberStyles.None, CultureInfo.InvariantCulture, out var named)
                ? refused with { Field = string.Create(CultureInfo.InvariantCulture, $"{Row}{rows[named].index}{field[end..]}") }
                : refused;
    }
}
