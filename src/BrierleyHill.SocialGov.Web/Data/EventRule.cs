using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// What follows from something that happened: notifications and e-mails. It runs inside the transaction that saves the change,
/// after the record has its number. A feature registers its rules; nobody calls them.
/// </summary>
public abstract class EventRule
{
    /// <summary>Acts if the event is one that this rule is for.</summary>
    internal abstract Task OfferAsync(Entity? record, DomainEvent happened, SocialGovDbContext database, CancellationToken cancellationToken);
}

/// <inheritdoc />
/// <typeparam name="TRecord">The record that the event happened to.</typeparam>
/// <typeparam name="TEvent">The event.</typeparam>
public abstract class EventRule<TRecord, TEvent> : EventRule
    where TRecord : Entity
    where TEvent : DomainEvent
{
    /// <summary>Adds what follows to the context. It does not save: the context does, in the same transaction.</summary>
    protected abstract Task ApplyAsync(TRecord record, TEvent happened, SocialGovDbContext database, CancellationToken cancellationToken);

    internal sealed override Task OfferAsync(Entity? record, DomainEvent happened, SocialGovDbContext database, CancellationToken cancellationToken) =>
        record is TRecord its && happened is TEvent mine ? ApplyAsync(its, mine, database, cancellationToken) : Task.CompletedTask;
}
