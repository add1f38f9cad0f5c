using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.SignIn;

/// <summary>Why somebody's second factor is taken away.</summary>
public sealed class TakeAwaySecondFactorForm
{
    /// <summary>Why.</summary>
    [Display(
        Name = "Why do you take it away, and how do you know that it is this person who asks?",
        Description = "For example, “Phone lost; came to the office in person”. It is kept in the audit for good")]
    [MaxLength(SecondFactorRules.ReasonMaximumLength, ErrorMessage = "The reason must be 500 characters or fewer.")]
    public string? Reason { get; set; }

    /// <summary>Whose it is.</summary>
    [BindNever]
    public Person? Person { get; set; }

    /// <summary>Whether there is anything to take away.</summary>
    [BindNever]
    public bool HasSecondFactor { get; set; }
}

/// <summary>
/// Takes away another person's authenticator app, passkeys and recovery codes, when the phone is lost and the codes with it. Their sessions
/// end; they sign in with their password and, where their roles ask for it, set up a new second factor before anything else.
/// </summary>
public sealed class TakeAwaySecondFactor(SocialGovDbContext database, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Fills in what the page shows, or gives <see langword="null"/> when there is no such person.</summary>
    public async Task<TakeAwaySecondFactorForm?> FillAsync(int id, TakeAwaySecondFactorForm form, CancellationToken cancellationToken)
    {
        form.Person = await database.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        form.HasSecondFactor = await database.Users.AnyAsync(known => known.Id == id && known.TwoFactorEnabled, cancellationToken);
        return form.Person is null ? null : form;
    }

    /// <summary>Takes it away.</summary>
    public async Task<Result> RunAsync(int id, TakeAwaySecondFactorForm form, CancellationToken cancellationToken)
    {
        var person = await database.People.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (person is null)
        {
            return Error.NotFound;
        }

        var account = await database.Users.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        var reason = PlainText.Clean(form.Reason);
        if (SecondFactorRules.CheckTakeAway(id, account?.TwoFactorEnabled ?? false, reason, current.Actor) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        await database.TakeAwaySecondFactorAsync(account!, cancellationToken);
        database.Note(new SecondFactorTakenAway(reason, current.Actor, clock.UtcNow()), person);
        return await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>
/// Whose second factor was taken away hears of it by e-mail, and so do the other portal managers in the portal: nobody lets a stranger in
/// under a colleague's name unseen.
/// </summary>
public sealed class TellOfSecondFactorTakenAway(EmailOutbox outbox) : EventRule<Person, SecondFactorTakenAway>
{
    /// <inheritdoc />
    protected override async Task ApplyAsync(
        Person record, SecondFactorTakenAway happened, SocialGovDbContext database, CancellationToken cancellationToken)
    {
        outbox.Queue(database, record, SignInEmails.SecondFactorTakenAway(), happened.At);
        foreach (var manager in await database.LoadActiveAsync(Roles.PortalManager, cancellationToken))
        {
            if (manager.Id != record.Id && !happened.By.Is(manager.Id))
            {
                database.Notifications.Add(new Notification(
                    manager.Id, record.Reference, "A person’s second factor was taken away. See why, and by whom.", $"/people/{record.Id}", happened.At));
            }
        }
    }
}
