using System.ComponentModel.DataAnnotations;
using System.Data;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>What is typed on the page of a one-time link.</summary>
public sealed class SetPasswordForm
{
    /// <summary>The password from now on.</summary>
    [Display(Name = "New password")]
    public string? NewPassword { get; set; }

    /// <summary>Who holds the link.</summary>
    [BindNever]
    public LinkHolder? Holder { get; set; }
}

/// <summary>Who holds a one-time link that still works.</summary>
/// <param name="Forename">Their forename.</param>
/// <param name="EmailAddress">The address that they sign in with.</param>
/// <param name="Purpose">What the link is for.</param>
public sealed record LinkHolder(string Forename, string EmailAddress, OneTimeLinkPurpose Purpose);

/// <summary>Whether a one-time link still works.</summary>
/// <param name="Holder">Who holds it; <see langword="null"/> when it does not work.</param>
/// <param name="HasEnded">Whether there was such a link once.</param>
public sealed record LinkState(LinkHolder? Holder, bool HasEnded);

/// <summary>Sets a password by a one-time link: takes up an invitation, or replaces a password that was forgotten.</summary>
public sealed class SetPasswordByLink(SocialGovDbContext database, Passwords passwords, EmailOutbox outbox, TimeProvider clock)
{
    /// <summary>Looks whether the link works, and changes nothing: mail scanners open links too.</summary>
    public async Task<LinkState> LookAsync(string token, OneTimeLinkPurpose purpose, CancellationToken cancellationToken)
    {
        var (link, person) = await FindAsync(token, purpose, cancellationToken);
        return person is not null && CanUse(link, person, purpose)
            ? new LinkState(new LinkHolder(person.Forename, person.EmailAddress, purpose), HasEnded: false)
            : new LinkState(null, HasEnded: link is not null);
    }

    /// <summary>
    /// Uses the link up and sets the password, in one transaction that serialises: of two uses at once, one finds the link used.
    /// </summary>
    /// <returns>The account to sign in, at once or after a second factor: a link is worth no more than a password.</returns>
    public async Task<Result<OpenedSignIn>> RunAsync(
        string token, OneTimeLinkPurpose purpose, SetPasswordForm form, CancellationToken cancellationToken)
    {
        var at = clock.UtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var (link, person) = await FindAsync(token, purpose, cancellationToken);
        if (link is null || person is null || !CanUse(link, person, purpose))
        {
            return PeopleErrors.LinkNotValid;
        }

        if (passwords.Check(form.NewPassword, person) is { IsRefused: true } weak)
        {
            return weak.Error;
        }

        var account = await database.Users.SingleOrDefaultAsync(known => known.Id == person.Id, cancellationToken);
        if (account is null)
        {
            account = new SignInAccount(person.Id);
            database.Users.Add(account);
        }

        passwords.Set(account, form.NewPassword!);
        var used = link.Use(at);
        if (!used.IsRefused && purpose == OneTimeLinkPurpose.Invitation)
        {
            used = person.AcceptInvitation(at);
        }

        if (used.IsRefused)
        {
            return used.Error;
        }

        if (purpose == OneTimeLinkPurpose.PasswordReset)
        {
            outbox.Queue(database, person, SignInEmails.PasswordChanged(), at);
            database.Note(new PasswordReset(person.AsActor(), at), person);
        }

        if (!account.TwoFactorEnabled)
        {
            database.Note(new SignedIn(person.AsActor(), at), person);
        }

        var saved = await database.TrySaveAsync(cancellationToken);
        if (saved.IsRefused)
        {
            return PeopleErrors.LinkNotValid;
        }

        await transaction.CommitAsync(cancellationToken);
        return new OpenedSignIn(account, account.TwoFactorEnabled);
    }

    private async Task<(OneTimeLink? Link, Person? Person)> FindAsync(
        string token, OneTimeLinkPurpose purpose, CancellationToken cancellationToken)
    {
        var link = await database.FindOneTimeLinkAsync(token, purpose, cancellationToken);
        return (link, link is null ? null : await database.People.SingleAsync(known => known.Id == link.PersonId, cancellationToken));
    }

    private bool CanUse(OneTimeLink? link, Person person, OneTimeLinkPurpose purpose) =>
        link is not null && link.IsUsable(clock.UtcNow()) && person.Status == purpose switch
        {
            OneTimeLinkPurpose.Invitation => PersonStatus.Invited,
            OneTimeLinkPurpose.PasswordReset => PersonStatus.Active,
        };
}
