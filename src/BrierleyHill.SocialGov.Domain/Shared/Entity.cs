namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>A record of the policy: it has a number, a version, and the events that have happened to it since it was loaded.</summary>
public abstract class Entity
{
    private static long _lastOrder;
    private readonly List<DomainEvent> _events = [];

    /// <summary>The record's number: given by the database, but for a record that says otherwise.</summary>
    public int Id { get; protected set; }

    /// <summary>How often the record has been saved. Carried through forms, so that a stale edit is told.</summary>
    public int Version { get; private set; }

    /// <summary>The short reference that people see and type into the search box, such as <c>APP-000123</c>.</summary>
    public abstract string Reference { get; }

    /// <summary>
    /// The reference that the audit carries for this record: its own, or that of the record it is a part of. Who may see a line of the audit
    /// is decided by it.
    /// </summary>
    public virtual string AuditReference => Reference;

    /// <summary>The events that have happened and are not saved yet.</summary>
    public IReadOnlyList<DomainEvent> UnsavedEvents => _events;

    /// <summary>
    /// When the first unsaved event was recorded, as a number that grows over all records: what one use case did to several
    /// records is audited in the order in which it was done.
    /// </summary>
    public long UnsavedSince { get; private set; }

    /// <summary>Refuses when the form was opened on another version of this record.</summary>
    public Result CheckVersion(int expected) => expected == Version ? Result.Done : Error.Stale;

    /// <summary>Hands over the unsaved events to whoever saves them, once.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    /// <summary>Writes down that something happened.</summary>
    protected void Record(DomainEvent happened)
    {
        if (_events.Count == 0)
        {
            UnsavedSince = Interlocked.Increment(ref _lastOrder);
        }

        _events.Add(happened);
    }

    /// <summary>Builds a reference of the given kind, such as <c>APP</c>.</summary>
    protected string ReferenceOf(string kind) => Shared.Reference.Of(kind, Id);
}
