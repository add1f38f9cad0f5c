namespace BrierleyHill.SocialGov.Domain.Calendar;

/// <summary>What makes a day no working day.</summary>
public enum NonWorkingDayKind
{
    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A bank holiday of England and Wales.</summary>
    BankHoliday,

    /// <summary>The school is closed.</summary>
    SchoolClosure,
}

/// <summary>Why a day is no working day.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called; "" for a weekend, and for a closure without a name.</param>
public sealed record NonWorkingDay(NonWorkingDayKind Kind, string Name)
{
    /// <summary>In words that go on after "is": "part of the weekend", "a bank holiday (Good Friday)", "a day on which the school is closed (Staff training day)".</summary>
    public string InWords => Kind switch
    {
        NonWorkingDayKind.Weekend => "part of the weekend",
        NonWorkingDayKind.BankHoliday => $"a bank holiday ({Name})",
        NonWorkingDayKind.SchoolClosure => Name.Length == 0 ? "a day on which the school is closed" : $"a day on which the school is closed ({Name})",
    };
}
