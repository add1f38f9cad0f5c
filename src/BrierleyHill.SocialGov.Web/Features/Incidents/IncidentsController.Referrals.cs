using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The form of a new referral.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Form">The form.</param>
/// <param name="Agencies">The agencies to choose from.</param>
public sealed record MakeReferralView(Incident Incident, MakeReferralForm Form, IReadOnlyList<Choice> Agencies);

/// <content>Referrals to agencies.</content>
public sealed partial class IncidentsController
{
    /// <summary>The form of a new referral.</summary>
    [HttpGet("{id:int}/referrals/new")]
    public async Task<IActionResult> NewReferral(int id, [FromServices] IncidentSettings settings, CancellationToken cancellationToken)
    {
        if (await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Open, cancellationToken) is not { } seen)
        {
            return NotFound();
        }

        return Referral.CheckMayRefer(seen.Incident, Reader.Actor).IsRefused
            ? RedirectToAction(nameof(Details), new { id })
            : ShowNewReferral(seen.Incident, new MakeReferralForm(), settings);
    }

    /// <summary>Writes it down.</summary>
    [HttpPost("{id:int}/referrals/new")]
    public async Task<IActionResult> NewReferral(
        int id, [Bind(Prefix = "Form")] MakeReferralForm form, [FromServices] MakeReferral make, [FromServices] IncidentSettings settings, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Again() =>
            await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is { } seen ? ShowNewReferral(seen.Incident, form, settings) : NotFound();

        ForgetNextContact(form);
        return await ActUponAsync(() => make.RunAsync(id, form, cancellationToken), Again, made =>
        {
            Announce("The referral is on record.");
            return RedirectToAction(nameof(ReferralDetails), new { id, number = made });
        }, "Form.");
    }

    /// <summary>One referral with its contacts.</summary>
    [HttpGet("{id:int}/referrals/{number:int}")]
    public async Task<IActionResult> ReferralDetails(int id, int number, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        await OpenPartAsync<Referral>(id, number, IncidentPage.Referral, pages, cancellationToken) is { } found ? View("Referral", found) : NotFound();

    /// <summary>The form of a further contact.</summary>
    [HttpGet("{id:int}/referrals/{number:int}/contact")]
    public async Task<IActionResult> ReferralContact(int id, int number, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) => await OpenPartFormAsync(
        await OpenPartAsync<Referral>(id, number, IncidentPage.Form, pages, cancellationToken),
        "ReferralContact",
        _ => new ReferralContactForm(),
        found => Referral.CheckMayRefer(found.Incident, found.Reader),
        nameof(ReferralDetails));

    /// <summary>Writes it down.</summary>
    [HttpPost("{id:int}/referrals/{number:int}/contact")]
    public async Task<IActionResult> ReferralContact(
        int id,
        int number,
        [Bind(Prefix = "Form")] ReferralContactForm form,
        [FromServices] AddReferralContact add,
        [FromServices] IncidentPartPages pages,
        CancellationToken cancellationToken)
    {
        ForgetNextContact(form);
        return await ActOnPartAsync(
            "ReferralContact",
            form,
            () => FindPartAsync<Referral>(id, number, pages, cancellationToken),
            () => add.RunAsync(id, number, form, cancellationToken),
            "The contact is on record.",
            RedirectToAction(nameof(ReferralDetails), new { id, number }));
    }

    /// <summary>The form that gives a referral up.</summary>
    [HttpGet("{id:int}/referrals/{number:int}/give-up")]
    public async Task<IActionResult> GiveUpReferral(int id, int number, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) => await OpenPartFormAsync(
        await OpenPartAsync<Referral>(id, number, IncidentPage.Form, pages, cancellationToken),
        "ReferralGiveUp",
        _ => new GiveUpReferralForm(),
        found => found.Part.IsSettled ? ReferralErrors.Settled : Referral.CheckMayRefer(found.Incident, found.Reader),
        nameof(ReferralDetails));

    /// <summary>Gives it up.</summary>
    [HttpPost("{id:int}/referrals/{number:int}/give-up")]
    public Task<IActionResult> GiveUpReferral(
        int id,
        int number,
        [Bind(Prefix = "Form")] GiveUpReferralForm form,
        [FromServices] GiveUpReferral giveUp,
        [FromServices] IncidentPartPages pages,
        CancellationToken cancellationToken) => ActOnPartAsync(
            "ReferralGiveUp",
            form,
            () => FindPartAsync<Referral>(id, number, pages, cancellationToken),
            () => giveUp.RunAsync(id, number, form, cancellationToken),
            "The referral has been given up.",
            RedirectToAction(nameof(ReferralDetails), new { id, number }));

    private void ForgetNextContact(ReferralContactForm form)
    {
        if (form.Standing == ReferralNext.Answered)
        {
            ForgetField("Form.NextContactOn");
            ForgetField("Form.NextContactTime");
        }
    }

    private ViewResult ShowNewReferral(Incident incident, MakeReferralForm form, IncidentSettings settings) => View(
        "ReferralNew",
        new MakeReferralView(incident, form, [.. settings.Agencies.Select(agency => new Choice(agency.Name, agency.Name, agency.Contact.Length > 0 ? agency.Contact : null))]));
}
