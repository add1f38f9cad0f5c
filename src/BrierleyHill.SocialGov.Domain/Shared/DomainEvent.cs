namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>
/// Something that happened to a record. Records record their events as they change; the database context writes each as an
/// audit event in the same transaction and offers it to the rules that notify people. The type's name is the event's name
/// in the audit and is never changed: <c>docs/audit-events.md</c> lists them all.
/// </summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
public abstract record DomainEvent(Actor By, DateTime At)
{
    /// <summary>Why, in the person's words, where the policy asks for a reason.</summary>
    public virtual string? Reason => null;

    /// <summary>What was changed. Never a secret, never a pupil's details, never the text of free answers: see <see cref="Change"/>.</summary>
    public virtual IReadOnlyList<Change> Changes => [];
}

/// <summary>One answer before and after. Free text is described by its length, because the audit can never be erased and free text may name a child.</summary>
/// <param name="Field">The answer, in words.</param>
/// <param name="Before">What it was, or <see langword="null"/> when there was nothing.</param>
/// <param name="After">What it is, or <see langword="null"/> when it was taken away.</param>
public sealed record Change(string Field, string? Before, string? After)
{
    /// <summary>The change of a free text: told by its length alone.</summary>
    public static Change OfText(string field, string? before, string? after) => new(field, Describe(before), Describe(after));

    private static string? Describe(string? text) =>
        string.IsNullOrEmpty(text) ? null : $"{text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)} characters";
}

/// <summary>Collects the answers that really differ.</summary>
public sealed class ChangeList
{
    private readonly List<Change> _changes = [];

    /// <summary>What differs so far.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Whether anything differs.</summary>
    public bool Any => _changes.Count > 0;

    /// <summary>Adds a short, structured answer, if it differs.</summary>
    public ChangeList Value(string field, string? before, string? after)
    {
        if (!string.Equals(before ?? "", after ?? "", StringComparison.Ordinal))
        {
            _changes.Add(new Change(field, before, after));
        }

        return this;
    }

    /// <summary>Adds a free text by its length, if it differs.</summary>
    public ChangeList Text(string field, string? before, string? after)
    {
        if (!string.Equals(before ?? "", after ?? "", StringComparison.Ordinal))
        {
            _changes.Add(Change.OfText(field, before, after));
        }

        return this;
    }
}
