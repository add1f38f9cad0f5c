using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>What is typed to change the password.</summary>
public sealed class ChangePasswordForm
{
    /// <summary>The password so far.</summary>
    [Display(Name = "Present password")]
    public string? PresentPassword { get; set; }

    /// <summary>The password from now on.</summary>
    [Display(Name = "New password")]
    public string? NewPassword { get; set; }

    /// <summary>The person's address, for the browser's password store.</summary>
    [BindNever]
    public string EmailAddress { get; set; } = "";
}

/// <summary>Changes the person's own password. Every other session of theirs ends.</summary>
public sealed class ChangePassword(
    SocialGovDbContext database, CurrentPerson current, Passwords passwords, EmailOutbox outbox, TimeProvider clock)
{
    /// <summary>The address that the person signs in with.</summary>
    public Task<string> FindAddressAsync(CancellationToken cancellationToken) => database.People
        .Where(known => known.Id == current.Id)
        .Select(known => known.EmailAddress)
        .SingleAsync(cancellationToken);

    /// <summary>Changes it, if the present one is right. Wrong ones count like wrong ones at the sign-in.</summary>
    /// <returns>The account with its new stamp, to keep the present session with.</returns>
    public async Task<Result<SignInAccount>> RunAsync(ChangePasswordForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        var presented = await database.Users.AsNoTracking().SingleAsync(known => known.Id == current.Id, cancellationToken);
        var verified = passwords.Verify(presented, form.PresentPassword ?? "");

        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var person = await database.People.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var account = await database.Users.SingleAsync(known => known.Id == current.Id, cancellationToken);
        var isLocked = account.IsLocked(at);
        if (isLocked || verified == PasswordVerificationResult.Failed
            || !string.Equals(account.PasswordHash, presented.PasswordHash, StringComparison.Ordinal))
        {
            if (!isLocked)
            {
                passwords.CountWrongTry(account, person, at);
            }

            database.Note(new SignInRefused(isLocked ? "Locked" : "Wrong password when changing it", current.Actor, at), person);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return PeopleErrors.PresentPasswordWrong;
        }

        if (passwords.Check(form.NewPassword, person) is { IsRefused: true } weak)
        {
            return weak.Error;
        }

        passwords.Set(account, form.NewPassword!);
        outbox.Queue(database, person, SignInEmails.PasswordChanged(), at);
        database.Note(new PasswordChanged(current.Actor, at), person);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }
}
