using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>A pupil was entered. No line of the audit holds a pupil's name, number, class or date.</summary>
[Description("Entered a pupil")]
public sealed record PupilEntered(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>What the MIS says of a pupil changed.</summary>
/// <param name="IsName">Whether the name or number differs.</param>
/// <param name="IsClass">Whether the class differs.</param>
/// <param name="IsLeaving">Whether the last day differs: then what may be published may differ too.</param>
/// <param name="By">Who changed it.</param>
/// <param name="At">When, UTC.</param>
[Description("Changed a pupil’s details")]
public sealed record PupilChanged(bool IsName, bool IsClass, bool IsLeaving, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
    [
        .. new[] { (IsName, "Name or MIS number"), (IsClass, "Class"), (IsLeaving, "Last day") }.Where(one => one.Item1).Select(one => new Change(one.Item2, null, "Changed")),
    ];
}

/// <summary>
/// What may be published of a pupil may have changed: an answer was recorded, or protection was set or lifted. It is one event, and says nothing of which,
/// so that nobody who reads the audit can tell a refusal from protection. The proof of each answer is the pupil's own record.
/// </summary>
[Description("Changed what may be published of a pupil")]
public sealed record PupilPublishingChanged(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The list was taken out as a file.</summary>
[Description("Took pupils and their consents out as a file")]
public sealed record PupilsExported(int Count, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Pupils", null, Count.ToString(CultureInfo.InvariantCulture))];
}
