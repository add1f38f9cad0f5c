using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// The password and its lockout of one person, as ASP.NET Core Identity keeps them. It has the number of its person
/// (<see cref="Domain.People.Person"/>), who owns everything else: name, address, roles and whether they may sign in.
/// </summary>
public sealed class SignInAccount : IdentityUser<int>
{
    /// <summary>For the database alone.</summary>
    public SignInAccount()
    {
    }

    /// <summary>The sign-in of a person who takes up an invitation.</summary>
    /// <param name="personId">The person's number, which becomes this record's.</param>
    public SignInAccount(int personId)
    {
        Id = personId;
        UserName = $"person-{personId.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        SecurityStamp = Guid.NewGuid().ToString("N");
        LockoutEnabled = true;
    }
}
