using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Security;

/// <summary>The person whose request this is, as the database had them when the request began.</summary>
public sealed class CurrentPerson
{
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

    /// <summary>Sets the person, once the session is found valid.</summary>
    internal void Set(int id, string fullName, Roles roles) => _actor = new Actor(id, fullName, roles);
}
