using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>How it ended.</summary>
public sealed class ResolveForm : IncidentForm
{
    /// <summary>What was found.</summary>
    [Display(Name = "What was found?")]
    public IncidentFinding? Finding { get; set; }

    /// <summary>The outcome.</summary>
    [Display(Name = "What is the outcome?", Description = "What was done about it, and how it stands now")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? Outcome { get; set; }

    /// <summary>The lessons.</summary>
    [Display(Name = "What does the school learn from it?", Description = "What is done otherwise from now on. If it is nothing, say why")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? Lessons { get; set; }

    /// <summary>The clauses.</summary>
    [Display(Name = "Which clauses of the policy did it touch?", Description = "Those that it probably touched. The others are below")]
    public List<string> Clauses { get; set; } = [];

    /// <summary>The clauses that are not offered first.</summary>
    [Display(Name = "Which other clauses did it touch?")]
    public List<string> OtherClauses { get; set; } = [];

    /// <summary>What was answered.</summary>
    internal ResolvingAnswers Answers => new(Finding, Outcome, Lessons, [.. Clauses, .. OtherClauses]);
}

/// <summary>Resolves an incident, closes it, and reopens it (SLT-3).</summary>
public sealed class EndIncident(IncidentWrite write, SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Records the outcome.</summary>
    public Task<Result> ResolveAsync(int id, ResolveForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, incident => incident.Resolve(form.Answers, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Closes it.</summary>
    public Task<Result> CloseAsync(int id, IncidentVersionForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async incident => incident.Close(await database.LoadClosingCircumstancesAsync(id, cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);

    /// <summary>Reopens it.</summary>
    public Task<Result> ReopenAsync(int id, WorkReasonForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, incident => incident.Reopen(form.Because, person.Actor, clock.UtcNow()), cancellationToken);
}
