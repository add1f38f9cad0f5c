using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>Whether something is still to come from an agency, as the form asks.</summary>
public enum ReferralNext
{
    /// <summary>It is.</summary>
    [Display(Name = "Yes, they are to answer or we are to be in touch again")]
    StillToCome,

    /// <summary>It is not.</summary>
    [Display(Name = "No, this is their answer")]
    Answered,
}

/// <summary>A contact with an agency, as it is typed.</summary>
public class ReferralContactForm : IncidentPartForm
{
    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date of the contact", Description = "For example, 27 3 2026")]
    public DateOnly? HappenedOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? HappenedTime { get; set; }

    /// <summary>How.</summary>
    [Display(Name = "How were you in touch?")]
    public ContactMeans? Means { get; set; }

    /// <summary>With whom.</summary>
    [Display(Name = "With whom?", Description = "A name, a post or a desk, and how to reach them again")]
    [MaximumCharacters(Referral.WithMaximumLength)]
    public string? With { get; set; }

    /// <summary>The reference.</summary>
    [Display(Name = "Their reference", Description = "The police and the ICO give one. Ask for it")]
    [MaximumCharacters(Referral.ReferenceMaximumLength)]
    public string? AgencyReference { get; set; }

    /// <summary>Whether there is none yet.</summary>
    [Display(Name = "They have not given a reference yet")]
    public bool HasNoReferenceYet { get; set; }

    /// <summary>What was said.</summary>
    [Display(Name = "What was said and advised?")]
    [MaximumCharacters(Referral.AdviceMaximumLength)]
    public string? Advice { get; set; }

    /// <summary>Whether something is to come.</summary>
    [Display(Name = "Is something still to come?")]
    public ReferralNext? Standing { get; set; }

    /// <summary>The date of the next contact.</summary>
    [Display(Name = "Date of the next contact", ShortName = "The date of the next contact", Description = "The portal reminds you, and a day later the senior leaders")]
    public DateOnly? NextContactOn { get; set; }

    /// <summary>The time of the next contact.</summary>
    [Display(Name = "Time of the next contact", Description = "For example, 9am")]
    public string? NextContactTime { get; set; }

    internal Result<ReferralContactAnswers> Read(DateTime now)
    {
        var happened = TypedMoment.ReadPast(HappenedOn, TypedTime.Read(HappenedTime), nameof(HappenedOn), nameof(HappenedTime), now);
        if (happened.IsRefused)
        {
            return happened.Error;
        }

        DateTime? next = null;
        if (Standing == ReferralNext.StillToCome && (NextContactOn is not null || !string.IsNullOrWhiteSpace(NextContactTime)))
        {
            var read = TypedMoment.Read(NextContactOn, TypedTime.Read(NextContactTime), nameof(NextContactOn), nameof(NextContactTime));
            if (read.IsRefused)
            {
                return read.Error;
            }

            next = read.Value;
        }

        return new ReferralContactAnswers(
            happened.Value, Means, With, AgencyReference, HasNoReferenceYet, Advice, Standing is { } standing ? standing == ReferralNext.Answered : null, next);
    }
}

/// <summary>A new referral, as it is typed.</summary>
public sealed class MakeReferralForm : ReferralContactForm
{
    /// <summary>What stands for an agency that is not on the list.</summary>
    public const string Other = "other";

    /// <summary>The agency, by its name, or <see cref="Other"/>.</summary>
    [Display(Name = "Which agency?")]
    public string? Agency { get; set; }

    /// <summary>Another agency.</summary>
    [Display(Name = "Name of the agency")]
    [MaximumCharacters(ReferralAgency.NameMaximumLength)]
    public string? OtherAgency { get; set; }
}

/// <summary>Why the school waits no longer.</summary>
public sealed class GiveUpReferralForm : IncidentPartForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why does the school wait no longer?")]
    [MaximumCharacters(Referral.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>Writes down that an agency was told of an incident.</summary>
public sealed class MakeReferral(SocialGovDbContext database, IncidentSettings settings, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Writes it down.</summary>
    /// <returns>The referral's number within its incident.</returns>
    public async Task<Result<int>> RunAsync(int id, MakeReferralForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindIncidentAsync(id, person.Actor, IncidentAccess.Open, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var now = clock.UtcNow();
        var answers = form.Read(now);
        if (answers.IsRefused)
        {
            return answers.Error;
        }

        var agency = settings.Agencies.FirstOrDefault(its => its.Name == form.Agency);
        var made = Referral.Make(
            found.Value,
            await database.NextNumberAsync<Referral>(id, cancellationToken),
            agency,
            form.Agency == MakeReferralForm.Other ? form.OtherAgency : null,
            answers.Value,
            person.Actor,
            now);
        if (made.IsRefused)
        {
            return made.Error;
        }

        database.Referrals.Add(made.Value);
        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : made.Value.Number;
    }
}

/// <summary>Writes down a further contact with an agency.</summary>
public sealed class AddReferralContact(IncidentPartWrite write)
{
    /// <summary>Writes it down.</summary>
    public Task<Result> RunAsync(int id, int number, ReferralContactForm form, CancellationToken cancellationToken) => write.RunAsync<Referral>(
        id,
        number,
        form.Version,
        (incident, referral, by, at) => form.Read(at) is var answers && answers.IsRefused ? answers.Error : referral.AddContact(incident, answers.Value, by, at),
        cancellationToken);
}

/// <summary>Gives up waiting for an agency.</summary>
public sealed class GiveUpReferral(IncidentPartWrite write)
{
    /// <summary>Gives it up.</summary>
    public Task<Result> RunAsync(int id, int number, GiveUpReferralForm form, CancellationToken cancellationToken) =>
        write.RunAsync<Referral>(id, number, form.Version, (incident, referral, by, at) => referral.GiveUp(incident, form.Because, by, at), cancellationToken);
}
