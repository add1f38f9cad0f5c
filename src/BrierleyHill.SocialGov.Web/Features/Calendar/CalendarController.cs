using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>The pages of the school's calendar here, a person's own calendar in the other part of the class.</summary>
[Authorize(Policies.SignedIn)]
[Route("calendar")]
public sealed partial class CalendarController(CalendarPageQueries queries, TimeProvider clock) : PortalController
{
    /// <summary>The calendar of a year: of this one, where none is asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(YearForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var today = clock.Today().Year;
        if (string.IsNullOrWhiteSpace(form.Year))
        {
            return View(await queries.ReadAsync(form, today, cancellationToken));
        }

        if (int.TryParse(form.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && CalendarPageQueries.CanShow(year))
        {
            return View(await queries.ReadAsync(form, year, cancellationToken));
        }

        ModelState.AddModelError("Form.Year", $"Enter a year from {BankHolidays.FirstYear} to {CalendarPageQueries.LastYear}.");
        return await AskAgainAsync(async () => View(await queries.ReadAsync(form, today, cancellationToken)));
    }

    /// <summary>The form of a closure.</summary>
    [HttpGet("closures/new")]
    [Authorize(Policies.CalendarKeeper)]
    public IActionResult AddClosure() => View(new ClosureForm());

    /// <summary>Enters a closure.</summary>
    [HttpPost("closures/new")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> AddClosure(ClosureForm form, [FromServices] AddClosure add, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => add.RunAsync(form, cancellationToken), Form, added =>
        {
            Announce("The closure is in the calendar.");
            return RedirectToAction(nameof(Index), new { year = added });
        });
    }

    /// <summary>What taking a closure back means.</summary>
    [HttpGet("closures/{id:int}/take-back")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> TakeBackClosure(int id, CancellationToken cancellationToken) =>
        await queries.FindClosureAsync(id, cancellationToken) is { } closure
            ? View("TakeBack", TakeBackView.Of(closure, new TakeBackForm { Version = closure.Version }))
            : NotFound();

    /// <summary>Takes a closure back.</summary>
    [HttpPost("closures/{id:int}/take-back")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> TakeBackClosure(
        int id, [Bind(Prefix = "Form")] TakeBackForm form, [FromServices] TakeBackClosure takeBack, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => await queries.FindClosureAsync(id, cancellationToken) is { } closure
            ? View("TakeBack", TakeBackView.Of(closure, form))
            : await RefuseAsync(CalendarErrors.TakenBack);
        return await ActUponAsync(() => takeBack.RunAsync(id, form, cancellationToken), Form, outcome =>
        {
            Announce("The closure has been taken back.");
            return RedirectToAction(nameof(Index), new { year = outcome });
        }, "Form.");
    }

    /// <summary>The form that adds a bank holiday.</summary>
    [HttpGet("days/add")]
    [Authorize(Policies.CalendarKeeper)]
    public IActionResult AddDay() => View(new DayForm());

    /// <summary>Adds a bank holiday.</summary>
    [HttpPost("days/add")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> AddDay(DayForm form, [FromServices] AddDay add, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => add.RunAsync(form, cancellationToken), Form, added =>
        {
            Announce("The bank holiday is in the calendar.");
            return RedirectToAction(nameof(Index), new { year = added });
        });
    }

    /// <summary>The form that strikes a bank holiday out.</summary>
    [HttpGet("days/strike-out")]
    [Authorize(Policies.CalendarKeeper)]
    public IActionResult StrikeOut(DateOnly? date)
    {
        ModelState.Clear();
        return View(new DayForm { Date = date });
    }

    /// <summary>Strikes a bank holiday out.</summary>
    [HttpPost("days/strike-out")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> StrikeOut(DayForm form, [FromServices] StrikeOutDay strikeOut, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => strikeOut.RunAsync(form, cancellationToken), Form, done =>
        {
            Announce("The bank holiday has been struck out: it is a working day now.");
            return RedirectToAction(nameof(Index), new { year = done });
        });
    }

    /// <summary>What taking a correction back means.</summary>
    [HttpGet("days/{id:int}/take-back")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> TakeBackDay(int id, CancellationToken cancellationToken) =>
        await queries.FindCorrectionAsync(id, cancellationToken) is { } correction
            ? View("TakeBack", TakeBackView.Of(correction, new TakeBackForm { Version = correction.Version }))
            : NotFound();

    /// <summary>Takes a correction back.</summary>
    [HttpPost("days/{id:int}/take-back")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> TakeBackDay(
        int id, [Bind(Prefix = "Form")] TakeBackForm form, [FromServices] TakeBackCorrection takeBack, CancellationToken cancellationToken)
    {
        async Task<IActionResult> Form() => await queries.FindCorrectionAsync(id, cancellationToken) is { } correction
            ? View("TakeBack", TakeBackView.Of(correction, form))
            : await RefuseAsync(CalendarErrors.TakenBack);
        return await ActUponAsync(() => takeBack.RunAsync(id, form, cancellationToken), Form, outcome =>
        {
            Announce("The correction has been taken back.");
            return RedirectToAction(nameof(Index), new { year = outcome });
        }, "Form.");
    }

    /// <summary>The form for the official list.</summary>
    [HttpGet("bank-holidays/import")]
    [Authorize(Policies.CalendarKeeper)]
    public IActionResult ImportBankHolidays() => View(new BankHolidaysForm());

    /// <summary>Imports the official list.</summary>
    [HttpPost("bank-holidays/import")]
    [TakesFile]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> ImportBankHolidays(BankHolidaysForm form, [FromServices] ImportBankHolidays import, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => import.RunAsync(form, cancellationToken), Form, imported =>
        {
            Announce(imported.InWords);
            return RedirectToAction(nameof(Index));
        });
    }

    /// <summary>The form for term dates.</summary>
    [HttpGet("term-dates/import")]
    [Authorize(Policies.CalendarKeeper)]
    public IActionResult ImportTermDates() => View(new TermDatesForm());

    /// <summary>Shows what a file with term dates leads to. Nothing is entered.</summary>
    [HttpPost("term-dates/import")]
    [TakesFile]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> ImportTermDates(TermDatesForm form, [FromServices] ImportTermDates import, CancellationToken cancellationToken)
    {
        Task<IActionResult> Form() => Task.FromResult<IActionResult>(View(form));
        return await ActUponAsync(() => import.ReadAsync(form, cancellationToken), Form, preview =>
        {
            ModelState.Clear();
            Response.StatusCode = preview.Plan.Problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            return View("TermDatesPreview", preview);
        });
    }

    /// <summary>Enters the term dates that were looked at.</summary>
    [HttpPost("term-dates/confirm")]
    [Authorize(Policies.CalendarKeeper)]
    public async Task<IActionResult> ConfirmTermDates(
        ConfirmTermDatesForm form, [FromServices] ImportTermDates import, CancellationToken cancellationToken)
    {
        var (entered, preview) = await import.RunAsync(form, cancellationToken);
        if (entered.IsRefused)
        {
            ModelState.Clear();
            return await RefuseAsync(entered.Error, () => Task.FromResult<IActionResult>(preview is null
                ? View(nameof(ImportTermDates), new TermDatesForm())
                : View("TermDatesPreview", preview)));
        }

        Announce(entered.Value == 1 ? "1 closure is in the calendar." : $"{entered.Value} closures are in the calendar.");
        return RedirectToAction(nameof(Index), new { year = preview!.Plan.New[0].First.Year });
    }
}

/// <summary>What is to be taken back, and the form.</summary>
/// <param name="Heading">What the page does.</param>
/// <param name="What">What it is about.</param>
/// <param name="Year">Its year.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="Form">The form.</param>
public sealed record TakeBackView(string Heading, string What, int Year, string Consequence, TakeBackForm Form)
{
    /// <summary>For a closure.</summary>
    public static TakeBackView Of(SchoolClosure closure, TakeBackForm form)
    {
        ArgumentNullException.ThrowIfNull(closure);
        return new(
            "Take back a closure",
            $"{closure.Name}, {CalendarKeeping.InWords(closure.First, closure.Last)}",
            closure.First.Year,
            "The days of this closure become working days again, unless they are bank holidays or at the weekend.",
            form);
    }

    /// <summary>For a correction.</summary>
    public static TakeBackView Of(CalendarCorrection correction, TakeBackForm form)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return new(
            correction.Kind == CorrectionKind.Added ? "Take back an added bank holiday" : "Take back a bank holiday that was struck out",
            $"{correction.Name}, {LondonTime.DisplayWithWeekday(correction.Date)}",
            correction.Date.Year,
            correction.Kind == CorrectionKind.Added
                ? "The day is a working day again, unless the official list has it by now."
                : "The day is a bank holiday again, unless the official list has dropped it by now.",
            form);
    }
}
