using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>How an official list came into the portal.</summary>
public enum ListSource
{
    /// <summary>Somebody chose a file.</summary>
    [Display(Name = "File")]
    File,

    /// <summary>The portal fetched it from the address that is set.</summary>
    [Display(Name = "Address")]
    Address,
}

/// <summary>One day of an imported list.</summary>
public sealed class OfficialDay
{
    private OfficialDay()
    {
    }

    internal OfficialDay(BankHoliday holiday) => (Date, Name) = (holiday.Date, holiday.Name);

    /// <summary>The number of the row.</summary>
    public int Id { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    internal void Rename(string name) => Name = name;
}

/// <summary>
/// The bank holidays of one year as the official list had them when it was imported last. It stands in place of what the portal works out
/// by the rules of law. A list that does not cover the year leaves it as it is.
/// </summary>
public sealed class OfficialBankHolidays : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "BHY";

    private readonly List<OfficialDay> _days = [];

    private OfficialBankHolidays()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The year. There is one record of each.</summary>
    public int Year { get; private set; }

    /// <summary>When the days as they are here were imported, UTC. An import that changes nothing leaves it.</summary>
    public DateTime ImportedAt { get; private set; }

    /// <summary>How they came.</summary>
    public ListSource Source { get; private set; }

    /// <summary>Who imported them; <see langword="null"/> where the portal fetched them.</summary>
    public int? ImportedById { get; private set; }

    /// <summary>The days.</summary>
    public IReadOnlyCollection<OfficialDay> Days => _days;

    /// <summary>The days as the calendar needs them, in order of date.</summary>
    public IReadOnlyList<BankHoliday> Holidays => [.. _days.Select(day => new BankHoliday(day.Date, day.Name)).OrderBy(holiday => holiday.Date)];

    /// <summary>Takes a list in: a record for each year of it that is new, and a change of each that is different.</summary>
    /// <param name="list">The list.</param>
    /// <param name="standing">What was imported before, of any year.</param>
    /// <param name="source">How the list came.</param>
    /// <param name="by">Who imported it, or the job that fetched it.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The records that are new, to be added, and how many years changed in all.</returns>
    public static Result<(IReadOnlyList<OfficialBankHolidays> New, int Changed)> Import(
        BankHolidayList list, IReadOnlyCollection<OfficialBankHolidays> standing, ListSource source, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(by);
        if (source == ListSource.File && CalendarKeeping.CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var made = new List<OfficialBankHolidays>();
        var changed = 0;
        for (var year = list.FirstYear; year <= list.LastYear; year++)
        {
            var record = standing.SingleOrDefault(one => one.Year == year);
            if (record is null)
            {
                record = new OfficialBankHolidays { Year = year };
                made.Add(record);
            }

            if (record.Take(list.Of(year), source, by, at))
            {
                changed++;
            }
        }

        return (made, changed);
    }

    private bool Take(IReadOnlyList<BankHoliday> holidays, ListSource source, Actor by, DateTime at)
    {
        // Against what stood for this year until now: after a first import the audit says what it changed, not what it repeated.
        var before = _days.Count > 0 ? Holidays : BankHolidays.For(Year);
        var isFirst = _days.Count == 0;
        if (!isFirst && before.SequenceEqual(holidays))
        {
            return false;
        }

        _days.RemoveAll(day => holidays.All(holiday => holiday.Date != day.Date));
        foreach (var holiday in holidays)
        {
            if (_days.Find(day => day.Date == holiday.Date) is { } there)
            {
                there.Rename(holiday.Name);
            }
            else
            {
                _days.Add(new OfficialDay(holiday));
            }
        }

        (ImportedAt, Source, ImportedById) = (at, source, by.PersonId);
        Record(new BankHolidaysImported(Year, source, before, holidays, by, at));
        return true;
    }
}
