using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Declarations;

/// <summary>Lifecycle of a declaration: <c>Current → Withdrawn</c>. A current one is confirmed again every year.</summary>
public enum DeclarationStatus
{
    /// <summary>It holds.</summary>
    [Display(Name = "Current")]
    Current,

    /// <summary>It holds no longer: the account was closed, or another declaration took its place.</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>What is declared.</summary>
public enum DeclarationKind
{
    /// <summary>An account that names the school or shows that its owner works there: in scope (clause SCOPE-3).</summary>
    [Display(Name = "An account that names the school")]
    NamesSchool,

    /// <summary>An account that does neither: out of scope, and left alone (clause SCOPE-4).</summary>
    [Display(Name = "An account that does not name the school")]
    LeftAlone,

    /// <summary>For the person as a whole: no account of theirs names the school.</summary>
    [Display(Name = "No account that names the school")]
    NoneNamesSchool,
}

/// <summary>How one declaration stands on a day.</summary>
public enum DeclarationStanding
{
    /// <summary>In scope, and the disclaimer is not shown (clause STF-4). It stays so until it is put right.</summary>
    [Display(Name = "Disclaimer missing")]
    DisclaimerMissing,

    /// <summary>A year has gone by since its owner last said that it holds.</summary>
    [Display(Name = "Confirm again")]
    ConfirmAgain,

    /// <summary>Nothing is to be done.</summary>
    [Display(Name = "In order")]
    InOrder,

    /// <summary>It holds no longer.</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>How a person stands, over all that they have declared. What needs somebody comes first.</summary>
public enum PersonalAccountStanding
{
    /// <summary>Nothing has been declared.</summary>
    [Display(Name = "Not declared")]
    NotDeclared,

    /// <summary>An account names the school and does not show the disclaimer.</summary>
    [Display(Name = "Disclaimer missing")]
    DisclaimerMissing,

    /// <summary>Something that was declared is to be confirmed again.</summary>
    [Display(Name = "Confirm again")]
    ConfirmAgain,

    /// <summary>Nothing is to be done.</summary>
    [Display(Name = "In order")]
    InOrder,
}
