using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>The person whose request this is, as the database had them when the request began.</summary>
public sealed class CurrentPerson
{
    /// <summary>How long a proof of identity opens what asks for a fresh one, such as a secret of the vault.</summary>
    public static readonly TimeSpan ProofLifetime = TimeSpan.FromMinutes(5);

    private Actor? _actor;

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => _actor is not null;

    /// <summary>Who acts.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: reading it then is a bug.</exception>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Who acts, or <see cref="Actor.NotSignedIn"/>.</summary>
    public Actor ActorOrNobody => _actor ?? Actor.NotSignedIn;

    /// <summary>The person's number.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public int Id => Actor.PersonId!.Value;

    /// <summary>Whether the role is held.</summary>
    public bool Holds(Roles role) => _actor?.Holds(role) ?? false;

    /// <summary>When the person last proved in this session that it is they, UTC.</summary>
    public DateTime? ProvedAt { get; private set; }

    /// <summary>Whether a role of the person asks for a second factor that is not set up yet: until then only the pages that set it up open.</summary>
    public bool MustSetUpSecondFactor { get; private set; }

    /// <summary>
    /// Whether the person proved in this session, less than <see cref="ProofLifetime"/> ago, that it is they who sit there: by password,
    /// one-time code or passkey. A proof from the future (the clock was set back) is none.
    /// </summary>
    /// <param name="at">Now, UTC.</param>
    public bool HasFreshProof(DateTime at) => ProvedAt is { } proved && proved <= at && at - proved < ProofLifetime;

    /// <summary>Sets the person, once the session is found valid.</summary>
    /// <summary>How many notifications the person had not read when the request began.</summary>
    public int UnreadNotifications { get; private set; }

    internal void Set(int id, string fullName, Roles roles, DateTime? provedAt, bool mustSetUpSecondFactor, int unreadNotifications) =>
        (_actor, ProvedAt, MustSetUpSecondFactor, UnreadNotifications) = (new Actor(id, fullName, roles), provedAt, mustSetUpSecondFactor, unreadNotifications);
}
