using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Enquiries;

/// <summary>Which part of clause MON-2 decides when an answer is due.</summary>
public enum ResponseRule
{
    /// <summary>Received on a working day: so many clock hours.</summary>
    [Display(Name = "Within hours")]
    WithinHours,

    /// <summary>Received on any other day: by the end of the next working day.</summary>
    [Display(Name = "Next working day")]
    NextWorkingDay,
}

/// <summary>How the school applies clause MON-2. The values here are the policy's own words; a school may set others.</summary>
/// <param name="ResponseHours">How many hours there are for what is received on a working day. Clock hours, elapsed.</param>
/// <param name="BankHolidaysCountAsWeekend">Whether what is received on a bank holiday of England and Wales waits for the next working day.</param>
/// <param name="SchoolClosuresCountAsWeekend">Whether what is received on a day on which the school is closed does. Off: parents write in August too.</param>
/// <param name="RollDueOffNonWorkingDays">Whether an answer that would be due on a day that is no working day is due by the end of the next one instead.</param>
/// <param name="NextWorkingDayCutOff">The time of that next working day, London, by which it is due; <see langword="null"/> for the midnight that ends it.</param>
public sealed record ResponseSettings(
    int ResponseHours = 24,
    bool BankHolidaysCountAsWeekend = true,
    bool SchoolClosuresCountAsWeekend = false,
    bool RollDueOffNonWorkingDays = false,
    TimeOnly? NextWorkingDayCutOff = null)
{
    /// <summary>The fewest hours that can be set.</summary>
    public const int FewestHours = 1;

    /// <summary>The most hours that can be set: a week.</summary>
    public const int MostHours = 168;

    /// <summary>The policy as it is written.</summary>
    public static ResponseSettings OfPolicy { get; } = new();
}
