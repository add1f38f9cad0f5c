using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary>
/// <c>deadline</c>: says when an answer to something received at a time is due, and why, as one JSON object. It needs no database; where the
/// portal's own is there and up to date, the calendar in it counts.
/// </summary>
public sealed class DeadlineVerb : Verb
{
    private const string On = "on";
    private const string Off = "off";

    // As people write a time: to the minute or the second, 24 hours, the ISO or the British order.
    private static readonly string[] Times =
    [
        "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d'T'H:mm", "yyyy-M-d'T'H:mm:ss", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss",
    ];

    /// <inheritdoc />
    public override string Name => "deadline";

    /// <inheritdoc />
    public override bool RunsBeforeMigration => true;

    /// <inheritdoc />
    public override bool AnswersAlone => true;

    /// <inheritdoc />
    public override Command Build(IServiceProvider services)
    {
        var received = new Argument<string>("received") { Description = "When it was received, in London's time: \"2026-03-14 10:00\"." };
        var bankHolidays = new Option<string?>("--bank-holidays") { Description = "on or off: whether what is received on a bank holiday waits for the next working day." };
        var closures = new Option<string?>("--school-closures") { Description = "on or off: whether what is received while the school is closed waits for the next working day." };
        var roll = new Option<string?>("--roll") { Description = "on or off: whether an answer that would be due on a day off is due on the next working day." };
        var cutOff = new Option<string?>("--cut-off") { Description = "The time of the next working day by which an answer is due, such as 17:00." };
        var hours = new Option<string?>("--hours") { Description = "How many hours there are on a working day, such as 24." };
        var command = new Command(Name, "Says when an answer is due and why, as one JSON object. The options stand in for the settings.")
        {
            received, bankHolidays, closures, roll, cutOff, hours,
        };
        command.SetAction(async (typed, cancellationToken) =>
        {
            var settings = Read(
                services.GetRequiredService<DeadlineSettings>().Response,
                typed.GetValue(bankHolidays),
                typed.GetValue(closures),
                typed.GetValue(roll),
                typed.GetValue(cutOff),
                typed.GetValue(hours));
            var at = settings.IsRefused ? settings.Error : ReadTime(typed.GetRequiredValue(received));
            if (at.IsRefused)
            {
                await typed.InvocationConfiguration.Error.WriteLineAsync(at.Error.Message);
                return Refused;
            }

            var calendar = await LoadCalendarAsync(services, cancellationToken);
            var deadline = ResponseDeadline.Of(at.Value, calendar, settings.Value);
            await typed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    receivedAt = Instant(deadline.ReceivedAt),
                    dueAt = Instant(deadline.DueAt),
                    rule = deadline.Rule.ToString(),
                    because = deadline.Because,
                }));
            return Success;
        });
        return command;
    }

    private static Result<DateTime> ReadTime(string typed)
    {
        if (!DateTime.TryParseExact(typed.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Refusal("That is not a time. Type it in London's time, such as \"2026-03-14 10:00\".");
        }

        if (!LondonTime.TryToUtc(local, out var at))
        {
            return Refusal("That time does not exist: the clocks went forward in that hour. Type a time before 1am or from 2am on.");
        }

        return at < ResponseDeadline.Earliest || at >= ResponseDeadline.End
            ? Refusal($"There is no answer for that year: bank holidays are known from {BankHolidays.FirstYear} on.")
            : at;
    }

    private static Result<ResponseSettings> Read(
        ResponseSettings settings, string? bankHolidays, string? closures, string? roll, string? cutOff, string? hours)
    {
        foreach (var (name, typed) in new[] { ("--bank-holidays", bankHolidays), ("--school-closures", closures), ("--roll", roll) })
        {
            if (typed is not (null or On or Off))
            {
                return Refusal($"{name} may be on or off.");
            }
        }

        var time = settings.NextWorkingDayCutOff;
        if (cutOff is not null)
        {
            if (!TimeOnly.TryParseExact(cutOff, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed))
            {
                return Refusal("--cut-off may be a time of day such as 17:00.");
            }

            time = typed;
        }

        var number = settings.ResponseHours;
        if (hours is not null
            && (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || number is < ResponseSettings.FewestHours or > ResponseSettings.MostHours))
        {
            return Refusal($"--hours may be a whole number from {ResponseSettings.FewestHours} to {ResponseSettings.MostHours}.");
        }

        return settings with
        {
            ResponseHours = number,
            BankHolidaysCountAsWeekend = bankHolidays is null ? settings.BankHolidaysCountAsWeekend : bankHolidays == On,
            SchoolClosuresCountAsWeekend = closures is null ? settings.SchoolClosuresCountAsWeekend : closures == On,
            RollDueOffNonWorkingDays = roll is null ? settings.RollDueOffNonWorkingDays : roll == On,
            NextWorkingDayCutOff = time,
        };
    }

    // A database that is missing, older, newer or broken is no reason to give no answer: the bank holidays are known without it.
    private static async Task<WorkingCalendar> LoadCalendarAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<SocialGovDbContext>();
        try
        {
            // Asking whether it is there opens it for reading alone, so that none is made.
            return await database.Database.CanConnectAsync(cancellationToken)
                && (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).SequenceEqual(database.Database.GetMigrations())
                    ? await database.LoadWorkingCalendarAsync(cancellationToken)
                    : WorkingCalendar.EnglandAndWales;
        }
        catch (DbException)
        {
            return WorkingCalendar.EnglandAndWales;
        }
    }

    private static Error Refusal(string message) => new("Deadline.Refused", message);

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
