using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Declarations;

/// <summary>What is typed about one account.</summary>
public sealed class DeclarationForm
{
    /// <summary>The version of the declaration that the form was opened on; of no meaning for a new one.</summary>
    public int Version { get; set; }

    /// <summary>The platform.</summary>
    [Display(Name = "Which platform is the account on?")]
    public Platform? Platform { get; set; }

    /// <summary>The platform's name.</summary>
    [Display(Name = "Name of the platform", Description = "Only for another platform or a learning platform")]
    [MaximumCharacters(PersonalAccountDeclaration.PlatformNameMaximumLength)]
    public string? PlatformName { get; set; }

    /// <summary>Whether it names the school.</summary>
    [Display(
        Name = "Does the account name the school, or show that you work or help here?",
        Description = "For example in your profile, in your name, or in what you post")]
    public bool? NamesSchool { get; set; }

    /// <summary>The account's name or web address.</summary>
    [Display(Name = "Name or web address of the account", Description = "For example @aishareads, or the address of your profile")]
    public string? Handle { get; set; }

    /// <summary>Whether the disclaimer is shown.</summary>
    [Display(Name = "Does the account show the disclaimer?", Description = "In the profile or “about” text, where people see it first")]
    public bool? DisclaimerShown { get; set; }

    /// <summary>Fills the form with what is saved.</summary>
    public void Read(PersonalAccountDeclaration declaration) =>
        (Version, Platform, PlatformName, NamesSchool, Handle, DisclaimerShown) = (
            declaration.Version,
            declaration.Platform,
            declaration.PlatformName,
            declaration.Kind == DeclarationKind.NamesSchool,
            declaration.Handle,
            declaration.DisclaimerShown);

    /// <summary>What was answered.</summary>
    internal PersonalAccountAnswers Answers => new(Platform, PlatformName, NamesSchool, Handle, DisclaimerShown);
}

/// <summary>Declares an account of one's own.</summary>
public sealed class DeclareAccount(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Declares it.</summary>
    /// <returns>The declaration.</returns>
    public async Task<Result<PersonalAccountDeclaration>> RunAsync(DeclarationForm form, CancellationToken cancellationToken)
    {
        var own = await database.LoadDeclarationsOfAsync(person.Actor, cancellationToken);
        var declared = PersonalAccountDeclaration.Declare(form.Answers, own, person.Actor, clock.UtcNow());
        if (declared.IsRefused)
        {
            return declared.Error;
        }

        database.Declarations.Add(declared.Value);
        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : declared.Value;
    }
}

/// <summary>Declares, in one click, that no account of one's own names the school.</summary>
public sealed class DeclareNone(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Declares it. Two windows at once declare it once.</summary>
    public async Task<Result> RunAsync(CancellationToken cancellationToken)
    {
        var own = await database.LoadDeclarationsOfAsync(person.Actor, cancellationToken);
        var declared = PersonalAccountDeclaration.DeclareNone(own, person.Actor, clock.UtcNow());
        if (declared.IsRefused)
        {
            return declared.Error;
        }

        if (!own.Contains(declared.Value))
        {
            database.Declarations.Add(declared.Value);
        }

        try
        {
            return await database.TrySaveAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The unique index over person and slot: the other window was first, and said the same.
            database.ChangeTracker.Clear();
            if (await database.Declarations.AnyAsync(
                there => there.PersonId == person.Id && there.Kind == DeclarationKind.NoneNamesSchool && there.Status == DeclarationStatus.Current,
                cancellationToken))
            {
                return Result.Done;
            }

            throw;
        }
    }
}
