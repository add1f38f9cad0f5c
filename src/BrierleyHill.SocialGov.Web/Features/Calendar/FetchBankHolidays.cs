using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Fetching;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>
/// Fetches the official list of bank holidays every day, where an address is set. An address that is dead, slow, huge, or answers with
/// something else changes nothing: the calendar stays as it is, and the run says what was wrong.
/// </summary>
public sealed class FetchBankHolidays(Fetcher fetcher, ImportBankHolidays import, CalendarSettings settings) : Job
{
    /// <summary>The job's name, for the page of the calendar, which shows its last run.</summary>
    public const string JobName = "Bank holidays";

    /// <inheritdoc />
    public override string Name => JobName;

    /// <inheritdoc />
    public override string Description => settings.BankHolidaysAddress is null
        ? "Would fetch the official list of bank holidays. No address is set (Calendar:BankHolidaysAddress), so there is nothing to do."
        : "Fetches the official list of bank holidays. Whatever goes wrong, the calendar stays as it is.";

    /// <inheritdoc />
    public override TimeSpan Interval => TimeSpan.FromDays(1);

    /// <inheritdoc />
    /// <exception cref="JobProblemException">Nothing could be fetched, or it is not the list.</exception>
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.BankHolidaysAddress is not { } address)
        {
            return 0;
        }

        var fetched = await fetcher.FetchAsync(address, cancellationToken);
        if (fetched.IsRefused)
        {
            throw new JobProblemException($"The list of bank holidays was not fetched. {fetched.Error.Message} The calendar is as it was.");
        }

        var imported = await import.TakeFetchedAsync(fetched.Value.Content, Actor.Portal(Name), cancellationToken);
        return imported.IsRefused
            ? throw new JobProblemException($"What was fetched was not taken over. {imported.Error.Message}")
            : imported.Value.Changed;
    }
}
