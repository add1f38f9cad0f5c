using System.ComponentModel;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Mentions;

/// <summary>A mention was logged. What was posted is in no line, not even its length: of what is left alone nothing is kept.</summary>
[Description("Logged a public mention")]
public sealed record MentionLogged(MentionSource Source, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("How it came", null, Source.InWords())];
}

/// <summary>Somebody else saw the same posting, or another feed brought it.</summary>
[Description("Saw a public mention that is known already")]
public sealed record MentionSeenAgain(int Sightings, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Times seen", (Sightings - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), Sightings.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>It is the school's business.</summary>
[Description("Decided that a public mention is in scope")]
public sealed record MentionTakenInScope(MentionScope Scope, string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;

    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Scope", null, Scope.InWords())];
}

/// <summary>It is not, and nothing of what was posted is kept.</summary>
[Description("Left a public mention alone and took away what was kept of it")]
public sealed record MentionLeftAlone(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>Something was done about it.</summary>
[Description("Acted upon a public mention")]
public sealed record MentionActedUpon(MentionAction Action, string Note, string? Enquiry, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        new ChangeList().Value("Action", null, Action.InWords()).Value("Enquiry", null, Enquiry).Text("Note", null, Note).Changes;
}

/// <summary>What was to be done is done.</summary>
[Description("Settled a public mention")]
public sealed record MentionSettled(string Outcome, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => new ChangeList().Text("Outcome", null, Outcome).Changes;
}

/// <summary>Something is to be done after all.</summary>
[Description("Opened a settled public mention again")]
public sealed record MentionReopened(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}

/// <summary>It was the same posting as another.</summary>
[Description("Merged a public mention into another")]
public sealed record MentionMerged(string Into, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Merged into", null, Into)];
}

/// <summary>Administrators were reminded that nobody has decided.</summary>
[Description("Reminded administrators of a public mention")]
public sealed record MentionChased(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>The list was taken out as a file.</summary>
[Description("Took public mentions out as a file")]
public sealed record MentionsExported(int Count, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Mentions", null, Count.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>A feed is watched from now on. Its address is in no line: alert services put a key of the subscriber into it.</summary>
[Description("Began to watch a feed")]
public sealed record FeedAdded(string Name, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Name", null, Name)];
}

/// <summary>A feed is not fetched for a while.</summary>
[Description("Paused a watched feed")]
public sealed record FeedPaused(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A feed is fetched again.</summary>
[Description("Went on watching a feed")]
public sealed record FeedResumed(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A feed is to be fetched at once.</summary>
[Description("Asked for a watched feed to be fetched at once")]
public sealed record FeedFetchAsked(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A feed is watched no longer.</summary>
[Description("Removed a watched feed")]
public sealed record FeedWithdrawn(Actor By, DateTime At) : DomainEvent(By, At);
