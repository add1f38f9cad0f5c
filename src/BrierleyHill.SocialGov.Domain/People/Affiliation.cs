using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.People;

/// <summary>How a person belongs to the school. Whoever acts for the school online is covered by the policy (clause SCOPE-1).</summary>
public enum Affiliation
{
    /// <summary>Employed by the school.</summary>
    [Display(Name = "Employee")]
    Employee,

    /// <summary>Helps without pay.</summary>
    [Display(Name = "Volunteer")]
    Volunteer,

    /// <summary>A parent or carer who helps to run an account.</summary>
    [Display(Name = "Parent or carer")]
    Parent,

    /// <summary>A member of the governing board.</summary>
    [Display(Name = "Governor")]
    Governor,

    /// <summary>Works for another organisation.</summary>
    [Display(Name = "Contractor")]
    Contractor,
}

/// <summary>
/// Lifecycle of a person: <c>Invited → Active ⇄ Deactivated</c>; an invitation that is never taken up can be deactivated too.
/// A person is never deleted while a record names them.
/// </summary>
public enum PersonStatus
{
    /// <summary>Invited, has not set a password yet.</summary>
    [Display(Name = "Invited")]
    Invited,

    /// <summary>May sign in.</summary>
    [Display(Name = "Active")]
    Active,

    /// <summary>May not sign in; every session has ended.</summary>
    [Display(Name = "Deactivated")]
    Deactivated,
}
