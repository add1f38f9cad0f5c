using BrierleyHill.SocialGov.Domain.People;

namespace BrierleyHill.SocialGov.Domain.Shared;

/// <summary>Who does something: a person with the roles that they hold at that moment, or the portal itself.</summary>
/// <param name="PersonId">The person, or <see langword="null"/> for the portal itself and for somebody who is not signed in.</param>
/// <param name="Name">The name as it stands in the audit for good, whatever the person is called later.</param>
/// <param name="Roles">The roles held at that moment.</param>
public sealed record Actor(int? PersonId, string Name, Roles Roles)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static Actor NotSignedIn { get; } = new(null, "Somebody not signed in", Roles.None);

    /// <summary>The portal itself, doing what a timetable or the command line told it to.</summary>
    /// <param name="part">The part of it, such as <c>Application chasing</c>.</param>
    public static Actor Portal(string part) => new(null, part, Roles.None);

    /// <summary>Whether this is the given person.</summary>
    public bool Is(int personId) => PersonId == personId;

    /// <summary>Whether the role is held.</summary>
    public bool Holds(Roles role) => (Roles & role) == role;
}
