using BrierleyHill.SocialGov.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>The people of the school: each role, each affiliation, one who left and one who never came in.</summary>
internal sealed class DemoPeople(DemoStory story, IPasswordHasher<SignInAccount> hasher)
{
    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        var invited = story.At(45, 8, 15);
        (string Forename, string Surname, Affiliation Affiliation, Roles Roles)[] people =
        [
            ("Margaret", "Okafor", Affiliation.Employee, Roles.SeniorLeader),
            ("Daniel", "Whitcombe", Affiliation.Employee, Roles.SeniorLeader | Roles.SafeguardingLead),
            ("Priya", "Raman", Affiliation.Employee, Roles.SeniorLeader | Roles.Administrator),
            ("Janet", "Pugh", Affiliation.Employee, Roles.PortalManager | Roles.Administrator),
            ("Tomasz", "Nowak", Affiliation.Employee, Roles.Administrator),
            ("Helen", "Marchetti", Affiliation.Contractor, Roles.DataProtectionOfficer),
            ("Owen", "Bright", Affiliation.Contractor, Roles.PortalManager),
            ("Aisha", "Karim", Affiliation.Employee, Roles.None),
            ("Benedict", "Forest", Affiliation.Employee, Roles.None),
            ("Chloe", "Llewellyn", Affiliation.Employee, Roles.None),
            ("Rhys", "Bevan", Affiliation.Employee, Roles.None),
            ("Sandra", "Cartwright", Affiliation.Parent, Roles.None),
            ("Geoffrey", "Tandy", Affiliation.Governor, Roles.None),
            ("Marcus", "Adeyemi", Affiliation.Volunteer, Roles.None),
            ("Laura", "Beech", Affiliation.Employee, Roles.None),
        ];
        var hash = hasher.HashPassword(new SignInAccount(0), DemoData.Password);
        var accepted = story.At(44, 7, 50);
        foreach (var (forename, surname, affiliation, roles) in people)
        {
            Invite(forename, surname, affiliation, roles, invited);
            Accept(surname, hash, accepted);
            (invited, accepted) = (invited.AddMinutes(4), accepted.AddMinutes(17));
        }

        // One who never took up the invitation.
        Invite("Eleanor", "Fairweather", Affiliation.Volunteer, Roles.None, story.At(6, 9, 30));
    }

    private void Invite(string forename, string surname, Affiliation affiliation, Roles roles, DateTime at) => story.Step(at, () =>
    {
        var address = $"{forename}.{surname}".ToLowerInvariant() + DemoData.AddressEnding;
        var by = story.Knows("Pugh") ? story.By("Pugh") : PeopleActors.CommandLine;
        story.Add(Person.Invite(new PersonDetails(forename, surname, address, affiliation), roles, by, at).Value);
    });

    private void Accept(string surname, string hash, DateTime at) => story.Step(at, () =>
    {
        DemoStory.Done(story.Person(surname).AcceptInvitation(at));
        story.Database.Users.Add(new SignInAccount(story.Person(surname).Id) { PasswordHash = hash });
    });
}
