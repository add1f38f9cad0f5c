using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Builds people through the domain's own methods.</summary>
public static class People
{
    public static Person Active(Roles roles, string forename, string surname, DateTime at, Affiliation affiliation = Affiliation.Employee)
    {
        var person = Invited(roles, forename, surname, at, affiliation);
        Assert.False(person.AcceptInvitation(at).IsRefused);
        return person;
    }

    public static Person Invited(Roles roles, string forename, string surname, DateTime at, Affiliation affiliation = Affiliation.Employee) => Person.Invite(
        new PersonDetails(forename, surname, $"{Guid.NewGuid():N}@school.example", affiliation), roles, PeopleActors.CommandLine, at).Value;

    public static DirectoryPerson InDirectory(int id, string forename, string surname, PersonStatus status = PersonStatus.Active, DateOnly? leaves = null) =>
        new(id, forename, surname, status, leaves);

    public static Actor Actor(int id, Roles roles = Roles.None) => new(id, $"Person {id}", roles);
}
