using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>The form that records a breach.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Form">The form.</param>
public sealed record RecordBreachView(Incident Incident, RecordBreachForm Form);

/// <content>Personal data breaches, and their register.</content>
public sealed partial class IncidentsController
{
    /// <summary>The register of breaches.</summary>
    [HttpGet("breaches")]
    public async Task<IActionResult> Breaches(BreachFilter filter, [FromServices] BreachRegister register, CancellationToken cancellationToken)
    {
        // A link with a value that there is not shows the register without that filter.
        ModelState.Clear();
        return View(await register.ListAsync(filter, RegisterOrder(), cancellationToken));
    }

    /// <summary>The register, to print.</summary>
    [HttpGet("breaches/print")]
    public async Task<IActionResult> PrintBreaches(BreachFilter filter, [FromServices] BreachRegister register, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(await register.PrintAsync(filter, RegisterOrder(), cancellationToken));
    }

    /// <summary>The register as a file.</summary>
    [HttpGet("breaches/export")]
    public async Task<IActionResult> ExportBreaches(BreachFilter filter, [FromServices] BreachRegister register, CancellationToken cancellationToken) =>
        await register.ExportAsync(filter, RegisterOrder(), cancellationToken);

    /// <summary>The form that records a breach.</summary>
    [HttpGet("{id:int}/breach/record")]
    public async Task<IActionResult> RecordBreach(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken)
    {
        if (await open.RunAsync(id, IncidentPage.Form, IncidentAccess.Open, cancellationToken) is not { } seen)
        {
            return NotFound();
        }

        var may = PersonalDataBreach.CheckMayWork(seen.Incident, Reader.Actor);
        if (may.IsRefused)
        {
            return may.Error.Kind == ErrorKind.Conflict ? RedirectToAction(nameof(Details), new { id }) : await RefuseAsync(may.Error);
        }

        return await pages.FindAsync<PersonalDataBreach>(seen, PersonalDataBreach.OnlyNumber, cancellationToken) is null
            ? View("BreachRecord", new RecordBreachView(seen.Incident, new RecordBreachForm()))
            : RedirectToAction(nameof(Breach), new { id });
    }

    /// <summary>Records it.</summary>
    [HttpPost("{id:int}/breach/record")]
    public async Task<IActionResult> RecordBreach(int id, [Bind(Prefix = "Form")] RecordBreachForm form, [FromServices] RecordBreach record, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Again() =>
            await open.FindAsync(id, IncidentAccess.Open, cancellationToken) is { } seen ? View("BreachRecord", new RecordBreachView(seen.Incident, form)) : NotFound();

        return await ActUponAsync(() => record.RunAsync(id, form, cancellationToken), Again, () =>
        {
            Announce("The personal data breach is on record, and the 72 hours run. The data protection officer and the senior leaders have been told.");
            return RedirectToAction(nameof(Breach), new { id });
        }, "Form.");
    }

    /// <summary>The breach.</summary>
    [HttpGet("{id:int}/breach")]
    public async Task<IActionResult> Breach(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        await OpenPartAsync<PersonalDataBreach>(id, PersonalDataBreach.OnlyNumber, IncidentPage.DataBreach, pages, cancellationToken) is { } found ? View(found) : NotFound();

    /// <summary>The form that corrects when the school became aware.</summary>
    [HttpGet("{id:int}/breach/aware")]
    public Task<IActionResult> BreachAware(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        OpenBreachFormAsync(id, nameof(BreachAware), _ => new CorrectAwarenessForm(), MayWorkOnBreach, pages, cancellationToken);

    /// <summary>Corrects it.</summary>
    [HttpPost("{id:int}/breach/aware")]
    public Task<IActionResult> BreachAware(
        int id, [Bind(Prefix = "Form")] CorrectAwarenessForm form, [FromServices] CorrectAwareness correct, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        ActOnBreachAsync(id, nameof(BreachAware), form, () => correct.RunAsync(id, form, cancellationToken), "The time is corrected, and the 72 hours with it.", pages, cancellationToken);

    /// <summary>The form of what is known.</summary>
    [HttpGet("{id:int}/breach/facts")]
    public Task<IActionResult> BreachFacts(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        OpenBreachFormAsync(id, nameof(BreachFacts), found => DescribeBreachForm.Of(found.Part), MayWorkOnBreach, pages, cancellationToken);

    /// <summary>Sets it down.</summary>
    [HttpPost("{id:int}/breach/facts")]
    public Task<IActionResult> BreachFacts(
        int id, [Bind(Prefix = "Form")] DescribeBreachForm form, [FromServices] DescribeBreach describe, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        ActOnBreachAsync(id, nameof(BreachFacts), form, () => describe.RunAsync(id, form, cancellationToken), "What is known of the breach is on record.", pages, cancellationToken);

    /// <summary>The form of the risk.</summary>
    [HttpGet("{id:int}/breach/risk")]
    public Task<IActionResult> BreachRisk(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        OpenBreachFormAsync(id, nameof(BreachRisk), _ => new AssessBreachRiskForm(), MayWorkOnBreach, pages, cancellationToken);

    /// <summary>Assesses it.</summary>
    [HttpPost("{id:int}/breach/risk")]
    public Task<IActionResult> BreachRisk(
        int id, [Bind(Prefix = "Form")] AssessBreachRiskForm form, [FromServices] AssessBreachRisk assess, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        ActOnBreachAsync(id, nameof(BreachRisk), form, () => assess.RunAsync(id, form, cancellationToken), "The risk has been assessed.", pages, cancellationToken);

    /// <summary>The form of the data protection officer's advice.</summary>
    [HttpGet("{id:int}/breach/advice")]
    public Task<IActionResult> BreachAdvice(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) => OpenBreachFormAsync(
        id,
        nameof(BreachAdvice),
        _ => new AdviseOnBreachForm(),
        found => PersonalDataBreach.CheckMayAdvise(found.Incident, found.Reader),
        pages,
        cancellationToken);

    /// <summary>Records it.</summary>
    [HttpPost("{id:int}/breach/advice")]
    public Task<IActionResult> BreachAdvice(
        int id, [Bind(Prefix = "Form")] AdviseOnBreachForm form, [FromServices] AdviseOnBreach advise, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        ActOnBreachAsync(id, nameof(BreachAdvice), form, () => advise.RunAsync(id, form, cancellationToken), "Your advice is on record.", pages, cancellationToken);

    /// <summary>The form of the decision about the Commissioner.</summary>
    [HttpGet("{id:int}/breach/ico")]
    public Task<IActionResult> BreachCommissioner(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        OpenBreachFormAsync(id, nameof(BreachCommissioner), _ => new DecideAboutCommissionerForm(), MayDecideOnBreach, pages, cancellationToken);

    /// <summary>Decides.</summary>
    [HttpPost("{id:int}/breach/ico")]
    public Task<IActionResult> BreachCommissioner(
        int id,
        [Bind(Prefix = "Form")] DecideAboutCommissionerForm form,
        [FromServices] DecideAboutCommissioner decide,
        [FromServices] IncidentPartPages pages,
        CancellationToken cancellationToken)
    {
        ForgetTold(form.IsTold);
        return ActOnBreachAsync(
            id, nameof(BreachCommissioner), form, () => decide.RunAsync(id, form, cancellationToken), "The decision about the ICO is on record.", pages, cancellationToken);
    }

    /// <summary>The form of the decision about the people concerned.</summary>
    [HttpGet("{id:int}/breach/people")]
    public Task<IActionResult> BreachPeople(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) =>
        OpenBreachFormAsync(id, nameof(BreachPeople), _ => new DecideAboutPeopleForm(), MayDecideOnBreach, pages, cancellationToken);

    /// <summary>Decides.</summary>
    [HttpPost("{id:int}/breach/people")]
    public Task<IActionResult> BreachPeople(
        int id, [Bind(Prefix = "Form")] DecideAboutPeopleForm form, [FromServices] DecideAboutPeople decide, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken)
    {
        ForgetTold(form.AreTold);
        return ActOnBreachAsync(
            id, nameof(BreachPeople), form, () => decide.RunAsync(id, form, cancellationToken), "The decision about the people concerned is on record.", pages, cancellationToken);
    }

    /// <summary>The form of what the Commissioner was told later.</summary>
    [HttpGet("{id:int}/breach/information")]
    public Task<IActionResult> BreachInformation(int id, [FromServices] IncidentPartPages pages, CancellationToken cancellationToken) => OpenBreachFormAsync(
        id,
        nameof(BreachInformation),
        _ => new AddBreachInformationForm(),
        found => found.Part.CommissionerToldAt is null ? BreachErrors.NotToldYet : MayWorkOnBreach(found),
        pages,
        cancellationToken);

    /// <summary>Adds it.</summary>
    [HttpPost("{id:int}/breach/information")]
    public Task<IActionResult> BreachInformation(
        int id,
        [Bind(Prefix = "Form")] AddBreachInformationForm form,
        [FromServices] AddBreachInformation add,
        [FromServices] IncidentPartPages pages,
        CancellationToken cancellationToken) =>
        ActOnBreachAsync(id, nameof(BreachInformation), form, () => add.RunAsync(id, form, cancellationToken), "What the ICO was told is on record.", pages, cancellationToken);

    private static Result MayWorkOnBreach(IncidentPartView<PersonalDataBreach> found) => PersonalDataBreach.CheckMayWork(found.Incident, found.Reader);

    private static Result MayDecideOnBreach(IncidentPartView<PersonalDataBreach> found) => PersonalDataBreach.CheckMayDecide(found.Incident, found.Reader);

    private SortOrder RegisterOrder() => SortOrder.From(Request.Query, new SortOrder("aware", Descending: true), BreachRegister.SortColumns);

    private void ForgetTold(bool? isTold)
    {
        if (isTold == false)
        {
            ForgetField("Form.ToldOn");
            ForgetField("Form.ToldTime");
        }
    }

    private async Task<IActionResult> OpenBreachFormAsync<TForm>(
        int id,
        string view,
        Func<IncidentPartView<PersonalDataBreach>, TForm> form,
        Func<IncidentPartView<PersonalDataBreach>, Result> may,
        IncidentPartPages pages,
        CancellationToken cancellationToken)
        where TForm : IncidentPartForm =>
        await OpenPartFormAsync(await OpenPartAsync<PersonalDataBreach>(id, PersonalDataBreach.OnlyNumber, IncidentPage.Form, pages, cancellationToken), view, form, may, nameof(Breach));

    private Task<IActionResult> ActOnBreachAsync<TForm>(
        int id, string view, TForm form, Func<Task<Result>> act, string message, IncidentPartPages pages, CancellationToken cancellationToken)
        where TForm : IncidentPartForm => ActOnPartAsync(
            view,
            form,
            () => FindPartAsync<PersonalDataBreach>(id, PersonalDataBreach.OnlyNumber, pages, cancellationToken),
            act,
            message,
            RedirectToAction(nameof(Breach), new { id }));
}
