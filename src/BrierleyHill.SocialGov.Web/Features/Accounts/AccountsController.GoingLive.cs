using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <content>Preparing an account on its platform, making it live, and taking it out of use for a time.</content>
public sealed partial class AccountsController
{
    /// <summary>What is done before an account goes live, and what still stands in the way.</summary>
    [HttpGet("{id:int}/going-live")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public async Task<IActionResult> GoingLive(int id, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) switch
        {
            null => NotFound(),
            { Account.Status: AccountStatus.AwaitingCreation } found =>
                View(new AccountAction<AccountVersionForm>(found, new AccountVersionForm { Version = found.Account.Version })),
            _ => RedirectToAction(nameof(Details), new { id }),
        };

    /// <summary>Makes the account live.</summary>
    [HttpPost("{id:int}/going-live")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> GoingLive(int id, AccountVersionForm form, [FromServices] GoLive goLive, CancellationToken cancellationToken) => DoAsync(
        nameof(GoingLive),
        id,
        form,
        () => goLive.RunAsync(id, form, cancellationToken),
        () => Done(id, "The account is live. Everybody who looks after it, and the senior leaders, have been told."),
        cancellationToken);

    /// <summary>The form of handle and web address.</summary>
    [HttpGet("{id:int}/address")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> Address(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(Address),
        id,
        account => account.CheckMayPrepare(person.Actor),
        account => new AddressForm { Version = account.Version, Handle = account.Handle, WebAddress = account.WebAddress },
        cancellationToken);

    /// <summary>Records handle and web address.</summary>
    [HttpPost("{id:int}/address")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> Address(int id, AddressForm form, [FromServices] RecordAddress record, CancellationToken cancellationToken) => DoAsync(
        nameof(Address),
        id,
        form,
        () => record.RunAsync(id, form, cancellationToken),
        () => Done(id, "The handle and web address are recorded.", nameof(GoingLive)),
        cancellationToken);

    /// <summary>The agreed settings, to be ticked one by one.</summary>
    [HttpGet("{id:int}/settings")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> Settings(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(Settings), id, account => account.CheckMayPrepare(person.Actor), SettingsForm.Of, cancellationToken);

    /// <summary>Ticks settings, and reports those that differ.</summary>
    [HttpPost("{id:int}/settings")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> Settings(int id, SettingsForm form, [FromServices] CheckSettings check, CancellationToken cancellationToken) => DoAsync(
        nameof(Settings),
        id,
        form,
        () => check.RunAsync(id, form, cancellationToken),
        () => Done(
            id,
            form.Answers.Exists(answer => answer.Found == SettingFound.Differs)
                ? "Your answers are saved. The senior leaders have been told of what differs."
                : "Your answers are saved.",
            nameof(GoingLive)),
        cancellationToken);

    /// <summary>The form by which a departure from an agreed setting is decided.</summary>
    [HttpGet("{id:int}/departures/{setting}")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Departure(int id, string setting, CancellationToken cancellationToken) => SettingOf(setting) is { } which
        ? await AskAsync(
            nameof(Departure), id, account => account.CheckMayDecideDeparture(which, person.Actor), account => new DepartureForm { Version = account.Version }, cancellationToken)
        : NotFound();

    /// <summary>Decides the departure.</summary>
    [HttpPost("{id:int}/departures/{setting}")]
    [Authorize(Policies.SeniorLeader)]
    public async Task<IActionResult> Departure(
        int id, string setting, DepartureForm form, [FromServices] DecideDeparture decide, CancellationToken cancellationToken) => SettingOf(setting) is { } which
        ? await DoAsync(
            nameof(Departure),
            id,
            form,
            () => decide.RunAsync(id, which, form, cancellationToken),
            () => Done(id, form.IsAccepted == true ? "You have accepted the departure. It is what is agreed now." : "You have refused the departure. It has to be set as agreed."),
            cancellationToken)
        : NotFound();

    /// <summary>The form of the date on which parents and carers were told about acceptable use.</summary>
    [HttpGet("{id:int}/acceptable-use")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> AcceptableUse(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(AcceptableUse),
        id,
        account => account.CheckMayPrepare(person.Actor) is { IsRefused: true } refusal
            ? refusal
            : account.IsOnLearningPlatform ? Result.Done : AccountErrors.NotALearningPlatform,
        account => new AcceptableUseForm { Version = account.Version, ToldOn = account.AcceptableUseToldOn },
        cancellationToken);

    /// <summary>Records the date.</summary>
    [HttpPost("{id:int}/acceptable-use")]
    [Authorize(Policies.Administrator)]
    public Task<IActionResult> AcceptableUse(
        int id, AcceptableUseForm form, [FromServices] RecordAcceptableUse record, CancellationToken cancellationToken) => DoAsync(
        nameof(AcceptableUse),
        id,
        form,
        () => record.RunAsync(id, form, cancellationToken),
        () => Done(id, "The date is recorded.", nameof(GoingLive)),
        cancellationToken);

    /// <summary>The form that names the impact assessment of an account whose business case named none.</summary>
    [HttpGet("{id:int}/impact-assessment")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> NameAssessment(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(NameAssessment),
        id,
        account => account.CheckMayAssign(person.Actor) is { IsRefused: true } refusal
            ? refusal
            : account.ImpactAssessmentId is null ? Result.Done : AccountErrors.AssessmentNamedAlready,
        account => new NameAssessmentForm { Version = account.Version },
        cancellationToken);

    /// <summary>Names it.</summary>
    [HttpPost("{id:int}/impact-assessment")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> NameAssessment(
        int id, NameAssessmentForm form, [FromServices] NameAssessment name, CancellationToken cancellationToken) => DoAsync(
        nameof(NameAssessment),
        id,
        form,
        () => name.RunAsync(id, form, cancellationToken),
        () => Done(id, "The impact assessment is named. The data protection officer has been asked whether it covers the account.", nameof(GoingLive)),
        cancellationToken);

    /// <summary>The form that suspends the account.</summary>
    [HttpGet("{id:int}/suspend")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> Suspend(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(Suspend), id, account => account.CheckMaySuspend(person.Actor), account => new SuspendForm { Version = account.Version }, cancellationToken);

    /// <summary>Suspends it.</summary>
    [HttpPost("{id:int}/suspend")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> Suspend(int id, SuspendForm form, [FromServices] SuspendAccount suspend, CancellationToken cancellationToken) => DoAsync(
        nameof(Suspend),
        id,
        form,
        () => suspend.RunAsync(id, form, cancellationToken),
        () => Done(id, "The account is suspended. Everybody who looks after it, and the senior leaders, have been told."),
        cancellationToken);

    /// <summary>The form that takes a suspended account into use again.</summary>
    [HttpGet("{id:int}/resume")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> Resume(int id, CancellationToken cancellationToken) => AskAsync(
        nameof(Resume), id, account => account.CheckMayResume(person.Actor), account => new ResumeForm { Version = account.Version }, cancellationToken);

    /// <summary>Takes it into use again.</summary>
    [HttpPost("{id:int}/resume")]
    [Authorize(Policies.LeaderOrAdministrator)]
    public Task<IActionResult> Resume(int id, ResumeForm form, [FromServices] ResumeAccount resume, CancellationToken cancellationToken) => DoAsync(
        nameof(Resume),
        id,
        form,
        () => resume.RunAsync(id, form, cancellationToken),
        () => Done(id, "The account is in use again. Everybody who looks after it, and the senior leaders, have been told."),
        cancellationToken);

    private static AccountSetting? SettingOf(string typed) =>
        AccountSettings.Each.Where(setting => string.Equals(setting.ToString(), typed, StringComparison.OrdinalIgnoreCase)).Select(setting => (AccountSetting?)setting).FirstOrDefault();
}
