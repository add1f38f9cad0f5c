using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>What is typed about an incident that is in scope.</summary>
public sealed class AssessForm : IncidentForm
{
    /// <summary>Which of the two that are in scope.</summary>
    [Display(Name = "Is it the school’s business?")]
    public IncidentScope? Scope { get; set; }

    /// <summary>How bad it is.</summary>
    [Display(Name = "How serious is it?")]
    public IncidentSeverity? Severity { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you judge it like that?", Description = "Scope and severity, in a few sentences")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? Because { get; set; }

    /// <summary>What is done at once.</summary>
    [Display(Name = "What is done at once?", Description = "Or was done already: who was spoken to, what was taken down, who is kept safe")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? ImmediateActions { get; set; }

    /// <summary>What comes next.</summary>
    [Display(Name = "What comes next, and why?", Description = "Who does what, by when. On the next page you choose the routes that the policy fixes")]
    [MaximumCharacters(Incident.WordsMaximumLength)]
    public string? NextSteps { get; set; }

    /// <summary>What was answered.</summary>
    internal AssessmentAnswers Answers => new(Severity, Scope, Because, ImmediateActions, NextSteps);
}

/// <summary>Why an incident is left alone.</summary>
public sealed class LeaveAloneForm : IncidentForm
{
    /// <summary>Why.</summary>
    [Display(
        Name = "Why is it out of scope?",
        Description = "This is the one text that is kept. Do not repeat what was reported, and do not name anybody")]
    [MaximumCharacters(Incident.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Makes the initial assessment of an incident (SLT-4), makes it anew, or leaves alone what is out of scope (SCOPE-4).</summary>
public sealed class AssessIncident(IncidentWrite write, SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Assesses it.</summary>
    public Task<Result> AssessAsync(int id, AssessForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, incident => incident.Assess(form.Answers, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Assesses it anew.</summary>
    public Task<Result> ReassessAsync(int id, AssessForm form, CancellationToken cancellationToken) =>
        write.RunAsync(id, form.Version, incident => incident.Reassess(form.Answers, person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Leaves it alone: what was recorded is taken away in the same save.</summary>
    public Task<Result> LeaveAloneAsync(int id, LeaveAloneForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form.Version,
        async incident => incident.LeaveAlone(
            form.Because, await database.LoadClosingCircumstancesAsync(id, cancellationToken), person.Actor, clock.UtcNow()),
        cancellationToken);
}
