using BrierleyHill.SocialGov.Domain.Applications;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>What the rules need to know of one person.</summary>
/// <param name="Id">The person's number.</param>
/// <param name="Forename">Forename.</param>
/// <param name="Surname">Surname.</param>
/// <param name="Status">Whether they may sign in.</param>
/// <param name="LeavingDate">The last day, London, if it is known.</param>
public sealed record DirectoryPerson(int Id, string Forename, string Surname, PersonStatus Status, DateOnly? LeavingDate)
{
    /// <summary>Forename and surname.</summary>
    public string FullName => $"{Forename} {Surname}";

    /// <summary>Whether they may sign in now.</summary>
    public bool IsActive => Status == PersonStatus.Active;
}

/// <summary>
/// Everybody the school knows, at one moment. Former people stay in it: an account is not named after a person who has left either.
/// </summary>
public sealed class PeopleDirectory(IEnumerable<DirectoryPerson> people)
{
    private readonly Dictionary<int, DirectoryPerson> _people = people.ToDictionary(person => person.Id);

    /// <summary>Everybody.</summary>
    public IReadOnlyCollection<DirectoryPerson> People => _people.Values;

    /// <summary>The names, for the naming convention.</summary>
    public IEnumerable<DirectoryName> Names => _people.Values.Select(person => new DirectoryName(person.Id, person.Forename, person.Surname));

    /// <summary>The person, or <see langword="null"/> when the number is unknown (forged, for instance).</summary>
    public DirectoryPerson? Find(int id) => _people.GetValueOrDefault(id);

    /// <summary>The person's name, or words that say that there is none.</summary>
    public string NameOf(int id) => Find(id)?.FullName ?? "Unknown person";

    /// <summary>Whether the person is known and may sign in.</summary>
    public bool IsActive(int id) => Find(id)?.IsActive ?? false;
}
