using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.ImpactAssessments;

/// <summary>Adds a risk to the library, changes one, retires one and brings one back.</summary>
public sealed class KeepRiskLibrary(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Adds a risk.</summary>
    public async Task<Result> AddAsync(LibraryRiskForm form, CancellationToken cancellationToken)
    {
        var added = LibraryRisk.Add(
            form.Description, form.Harm, form.Likelihood, form.Severity, form.SuggestedMeasures, person.Actor, clock.UtcNow());
        if (added.IsRefused)
        {
            return added.Error;
        }

        database.LibraryRisks.Add(added.Value);
        return await database.TrySaveAsync(cancellationToken);
    }

    /// <summary>Changes a risk.</summary>
    public Task<Result> ChangeAsync(int id, LibraryRiskForm form, CancellationToken cancellationToken) => DoAsync(
        id,
        form.Version,
        risk => risk.Change(form.Description, form.Harm, form.Likelihood, form.Severity, form.SuggestedMeasures, person.Actor, clock.UtcNow()),
        cancellationToken);

    /// <summary>Retires a risk.</summary>
    public Task<Result> RetireAsync(int id, int version, CancellationToken cancellationToken) =>
        DoAsync(id, version, risk => risk.Retire(person.Actor, clock.UtcNow()), cancellationToken);

    /// <summary>Brings a risk back.</summary>
    public Task<Result> BringBackAsync(int id, int version, CancellationToken cancellationToken) =>
        DoAsync(id, version, risk => risk.BringBack(person.Actor, clock.UtcNow()), cancellationToken);

    private async Task<Result> DoAsync(int id, int version, Func<LibraryRisk, Result> act, CancellationToken cancellationToken)
    {
        if (await database.LibraryRisks.FindAsync([id], cancellationToken) is not { } risk)
        {
            return Error.NotFound;
        }

        if (risk.CheckVersion(version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var acted = act(risk);
        return acted.IsRefused ? acted : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form of a risk of the library.</summary>
public sealed class LibraryRiskForm : AssessmentForm
{
    /// <summary>What can happen.</summary>
    [Display(Name = "What can happen?")]
    [MaximumCharacters(LibraryRisk.TextMaximumLength)]
    public string? Description { get; set; }

    /// <summary>Who is harmed.</summary>
    [Display(Name = "Who is harmed, and how?")]
    [MaximumCharacters(LibraryRisk.TextMaximumLength)]
    public string? Harm { get; set; }

    /// <summary>How likely.</summary>
    [Display(Name = "How likely is it typically, if nothing is done about it?")]
    public Likelihood? Likelihood { get; set; }

    /// <summary>How bad.</summary>
    [Display(Name = "How bad would the harm typically be?")]
    public Severity? Severity { get; set; }

    /// <summary>What is usually done.</summary>
    [Display(Name = "What is usually done about it?")]
    [MaximumCharacters(LibraryRisk.TextMaximumLength)]
    public string? SuggestedMeasures { get; set; }

    /// <summary>Fills the form with what is saved.</summary>
    public static LibraryRiskForm Of(LibraryRisk risk) => new()
    {
        Version = risk.Version,
        Description = risk.Description,
        Harm = risk.Harm,
        Likelihood = risk.Likelihood,
        Severity = risk.Severity,
        SuggestedMeasures = risk.SuggestedMeasures,
    };
}
