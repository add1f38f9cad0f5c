using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>Instants are UTC in the database and come back as UTC. One that is not UTC is a bug, and stops the save.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => Checked(instant),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime instant) => instant.Kind == DateTimeKind.Utc
        ? instant
        : throw new InvalidOperationException("Only UTC instants are stored.");
}

/// <summary>
/// ASP.NET Core Identity keeps its lockout as <see cref="DateTimeOffset"/>, which neither sorts nor compares on SQLite: it is
/// stored as a UTC instant like every other.
/// </summary>
public sealed class UtcOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
