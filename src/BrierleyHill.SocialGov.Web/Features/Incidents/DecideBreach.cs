using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>What the decisions about a breach have alike.</summary>
public abstract class BreachDecisionForm : IncidentPartForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "The reasons are asked for whichever way it is decided. They stand in the register of breaches")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? Because { get; set; }

    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which they were told", Description = "For example, 27 3 2026")]
    public DateOnly? ToldOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? ToldTime { get; set; }

    /// <summary>Why the advice is not followed.</summary>
    [Display(Name = "Why is the data protection officer’s advice not followed?", Description = "Only where it is not")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? OverrulesBecause { get; set; }

    /// <summary>Why it is decided anew.</summary>
    [Display(Name = "Why is it decided anew?", Description = "Both decisions stay on record")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? ReconsidersBecause { get; set; }

    /// <summary>When they were told, where that was asked and said; an error where it cannot be read.</summary>
    internal Result<DateTime?> ToldAt(bool isTold, DateTime now)
    {
        if (!isTold || (ToldOn is null && string.IsNullOrWhiteSpace(ToldTime)))
        {
            return (DateTime?)null;
        }

        var told = TypedMoment.ReadPast(ToldOn, TypedTime.Read(ToldTime), nameof(ToldOn), nameof(ToldTime), now);
        return told.IsRefused ? told.Error : (DateTime?)told.Value;
    }
}

/// <summary>The decision about the Commissioner.</summary>
public sealed class DecideAboutCommissionerForm : BreachDecisionForm
{
    /// <summary>Whether the Commissioner was told.</summary>
    [Display(Name = "Has the ICO been told?")]
    public bool? IsTold { get; set; }

    /// <summary>The reference.</summary>
    [Display(Name = "Reference of the ICO")]
    [MaximumCharacters(PersonalDataBreach.CommissionerReferenceMaximumLength)]
    public string? CommissionerReference { get; set; }

    /// <summary>Whether there is none yet.</summary>
    [Display(Name = "It has not given a reference yet")]
    public bool HasNoReferenceYet { get; set; }

    /// <summary>Why it was late.</summary>
    [Display(Name = "Why was the ICO told late?", Description = "Only where it was told more than 72 hours after the school became aware")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? DelayBecause { get; set; }
}

/// <summary>Decides about telling the Commissioner of a breach.</summary>
public sealed class DecideAboutCommissioner(IncidentPartWrite write)
{
    /// <summary>Decides.</summary>
    public Task<Result> RunAsync(int id, DecideAboutCommissionerForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id,
        PersonalDataBreach.OnlyNumber,
        form.Version,
        (incident, breach, by, at) => form.ToldAt(form.IsTold == true, at) is var told && told.IsRefused
            ? told.Error
            : breach.DecideAboutCommissioner(
                incident,
                new CommissionerDecisionAnswers(
                    form.IsTold, form.Because, told.Value, form.CommissionerReference, form.HasNoReferenceYet, form.DelayBecause, form.OverrulesBecause, form.ReconsidersBecause),
                by,
                at),
        cancellationToken);
}

/// <summary>The decision about the people concerned.</summary>
public sealed class DecideAboutPeopleForm : BreachDecisionForm
{
    /// <summary>Whether they were told.</summary>
    [Display(Name = "Have the people concerned been told?")]
    public bool? AreTold { get; set; }

    /// <summary>How.</summary>
    [Display(Name = "How were they told, and what?", Description = "In plain words: what happened, what may come of it, what the school does, whom they can ask")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? How { get; set; }

    /// <summary>Why they need not be told.</summary>
    [Display(Name = "Why need they not be told, although the risk is high?")]
    public NotTellingGround? Ground { get; set; }
}

/// <summary>Decides about telling the people concerned by a breach.</summary>
public sealed class DecideAboutPeople(IncidentPartWrite write)
{
    /// <summary>Decides.</summary>
    public Task<Result> RunAsync(int id, DecideAboutPeopleForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id,
        PersonalDataBreach.OnlyNumber,
        form.Version,
        (incident, breach, by, at) => form.ToldAt(form.AreTold == true, at) is var told && told.IsRefused
            ? told.Error
            : breach.DecideAboutPeople(
                incident,
                new PeopleDecisionAnswers(form.AreTold, form.Because, told.Value, form.How, form.Ground, form.OverrulesBecause, form.ReconsidersBecause),
                by,
                at),
        cancellationToken);
}

/// <summary>What the Commissioner was told later.</summary>
public sealed class AddBreachInformationForm : IncidentPartForm
{
    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which it was told", Description = "For example, 27 3 2026")]
    public DateOnly? ToldOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? ToldTime { get; set; }

    /// <summary>What.</summary>
    [Display(Name = "What was the ICO told, or what did it answer?")]
    [MaximumCharacters(PersonalDataBreach.ReasonMaximumLength)]
    public string? Text { get; set; }

    /// <summary>The reference.</summary>
    [Display(Name = "Reference of the ICO", Description = "Where it gave one now")]
    [MaximumCharacters(PersonalDataBreach.CommissionerReferenceMaximumLength)]
    public string? CommissionerReference { get; set; }
}

/// <summary>Adds what the Commissioner was told later of a breach.</summary>
public sealed class AddBreachInformation(IncidentPartWrite write)
{
    /// <summary>Adds it.</summary>
    public Task<Result> RunAsync(int id, AddBreachInformationForm form, CancellationToken cancellationToken) => write.RunAsync<PersonalDataBreach>(
        id,
        PersonalDataBreach.OnlyNumber,
        form.Version,
        (incident, breach, by, at) =>
        {
            var told = TypedMoment.ReadPast(form.ToldOn, TypedTime.Read(form.ToldTime), nameof(form.ToldOn), nameof(form.ToldTime), at);
            return told.IsRefused ? told.Error : breach.AddInformation(incident, told.Value, form.Text, form.CommissionerReference, by, at);
        },
        cancellationToken);
}
