using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public enum Purpose
{
    [Display(Name = "Celebrate pupils' work", Description = "Art, music and projects")]
    Celebrate,
    SportsResults,
    [Display(Name = "Something else")]
    Other,
}

public sealed class SampleForm
{
    // Not in the order of the alphabet, so that an error summary sorted by it is found out.
    [Display(Name = "Reason", Description = "Say what pupils gain")]
    [Required(ErrorMessage = "Enter the reason")]
    [StringLength(200, ErrorMessage = "The reason must be 200 characters or fewer")]
    public string? Reason { get; set; }

    [Display(Name = "Account name")]
    public string? AccountName { get; set; }

    [DataType(DataType.EmailAddress)]
    public string? Email { get; set; }

    public string? Password { get; set; }

    [Display(Name = "Main purpose")]
    public Purpose? Purpose { get; set; }

    public List<Purpose> Audiences { get; set; } = [];

    [Display(Name = "Will pupils appear?")]
    public bool? PupilsAppear { get; set; }

    [Display(Name = "I have read the policy")]
    public bool HasRead { get; set; }

    [Display(Name = "When do you leave?", ShortName = "Leaving date", Description = "For example, 27 3 2026")]
    public DateOnly? LeavingDate { get; set; }

    public DateOnly StartDate { get; set; }

    public List<SampleLine> Lines { get; set; } = [];
}

public sealed class SampleLine
{
    public string? Text { get; set; }

    public DateOnly? Date { get; set; }
}
