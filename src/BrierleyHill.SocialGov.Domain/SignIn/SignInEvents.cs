using System.ComponentModel;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.SignIn;

/// <summary>A person set up an authenticator app, the first one or one in place of another.</summary>
[Description("Set up an authenticator app")]
public sealed record AuthenticatorSetUp(bool Replaced, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("Authenticator app", Replaced ? "Another phone or app" : null, "Set up")];
}

/// <summary>A person removed their authenticator app.</summary>
[Description("Removed the authenticator app")]
public sealed record AuthenticatorRemoved(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A person got a new set of recovery codes; the old set stopped working.</summary>
[Description("Made new recovery codes")]
public sealed record RecoveryCodesMade(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A recovery code was used to sign in.</summary>
[Description("Used a recovery code")]
public sealed record RecoveryCodeUsed(int Left, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes =>
        [new("Recovery codes left", (Left + 1).ToString(CultureInfo.InvariantCulture), Left.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>A person added a passkey. Its name is theirs to choose, so its length alone is written down.</summary>
[Description("Added a passkey")]
public sealed record PasskeyAdded(string Name, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [Change.OfText("Name", null, Name)];
}

/// <summary>A person gave a passkey another name.</summary>
[Description("Renamed a passkey")]
public sealed record PasskeyRenamed(string Before, string After, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [Change.OfText("Name", Before, After)];
}

/// <summary>A person removed a passkey.</summary>
[Description("Removed a passkey")]
public sealed record PasskeyRemoved(string Name, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [Change.OfText("Name", Name, null)];
}

/// <summary>A passkey was used, to sign in or to prove who sits there.</summary>
[Description("Used a passkey")]
public sealed record PasskeyUsed(Actor By, DateTime At) : DomainEvent(By, At);

/// <summary>A person proved in their session that it is they.</summary>
[Description("Proved who they are")]
public sealed record IdentityProved(SignInMeans With, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override IReadOnlyList<Change> Changes => [new("With", null, With.InWords())];
}

/// <summary>A proof was wrong, or locked.</summary>
[Description("Was refused a proof of who they are")]
public sealed record IdentityProofRefused(string Why, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Why;
}

/// <summary>A portal manager, or the command line, took away a person's authenticator app, passkeys and recovery codes.</summary>
[Description("Took away a person’s second factor")]
public sealed record SecondFactorTakenAway(string Because, Actor By, DateTime At) : DomainEvent(By, At)
{
    /// <inheritdoc />
    public override string? Reason => Because;
}
