using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Calendar;

/// <summary>The page of a person's own calendar.</summary>
/// <param name="MadeAt">When the address that works was made, UTC; <see langword="null"/> where there is none.</param>
/// <param name="Address">The address, where it was made a moment ago. It is shown this once.</param>
public sealed record SubscriptionPage(DateTime? MadeAt, string? Address)
{
    /// <summary>The same address in the form with which a phone or Outlook subscribes at once.</summary>
    public string? WebcalAddress => Address is null ? null : "webcal" + Address[Address.IndexOf("://", StringComparison.Ordinal)..];
}

/// <summary>Makes a private address for the person's own calendar. The one before stops to work.</summary>
public sealed class MakeSubscription(SocialGovDbContext database, SchoolSettings school, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Makes it.</summary>
    /// <returns>The address, which is kept nowhere.</returns>
    public async Task<Result<SubscriptionPage>> RunAsync(CancellationToken cancellationToken)
    {
        var (id, now) = (person.Id, clock.UtcNow());
        // In one transaction, and the old one first: the index allows one that works.
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var former in await database.CalendarSubscriptions.Where(one => one.PersonId == id && one.EndedAt == null).ToListAsync(cancellationToken))
        {
            former.End(person.Actor, now);
        }

        var ended = await database.TrySaveAsync(cancellationToken);
        if (ended.IsRefused)
        {
            return ended.Error;
        }

        var (subscription, token) = CalendarSubscription.Make(person.Actor, now);
        database.CalendarSubscriptions.Add(subscription);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A second window made one at this moment: the index lets one through.
            return Error.Stale;
        }

        await transaction.CommitAsync(cancellationToken);
        return new SubscriptionPage(now, $"{school.PortalAddress}/calendar/feed/{token}.ics");
    }
}

/// <summary>Ends the person's address.</summary>
public sealed class EndSubscription(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Ends it. Where there is none, nothing is done.</summary>
    public async Task<Result> RunAsync(CancellationToken cancellationToken)
    {
        var id = person.Id;
        foreach (var one in await database.CalendarSubscriptions.Where(one => one.PersonId == id && one.EndedAt == null).ToListAsync(cancellationToken))
        {
            one.End(person.Actor, clock.UtcNow());
        }

        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>A person who is deactivated has no address any more: one who comes back makes a new one.</summary>
public sealed class EndSubscriptionOfDeactivated : EventRule<Person, PersonDeactivated>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(Person record, PersonDeactivated happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        foreach (var one in await database.CalendarSubscriptions
            .Where(one => one.PersonId == record.Id && one.EndedAt == null)
            .ToListAsync(cancellationToken))
        {
            one.End(happened.By, happened.At);
        }
    }
}

/// <summary>Answers a calendar program that asks at a private address.</summary>
public sealed class ReadCalendarFeed(SocialGovDbContext database, SchoolSettings school, TimeProvider clock)
{
    /// <summary>The file, or <see langword="null"/>: alike for an address that never was, one that was ended, and one of somebody who was deactivated.</summary>
    /// <param name="token">The secret part of the address.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<byte[]?> RunAsync(string token, CancellationToken cancellationToken)
    {
        if (!CalendarSubscription.IsToken(token))
        {
            return null;
        }

        var hash = CalendarSubscription.HashOf(token);
        var owner = await (
            from subscription in database.CalendarSubscriptions.AsNoTracking()
            join person in database.People.AsNoTracking() on subscription.PersonId equals person.Id
            where subscription.TokenHash == hash && subscription.EndedAt == null && person.Status == PersonStatus.Active
            select person).SingleOrDefaultAsync(cancellationToken);
        return owner is null
            ? null
            : CalendarFile.Write(await database.LoadCalendarDatesAsync(owner, clock.UtcNow(), cancellationToken), school, clock.UtcNow());
    }
}
