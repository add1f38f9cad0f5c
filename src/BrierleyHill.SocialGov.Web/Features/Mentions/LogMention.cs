using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Mentions;

/// <summary>What is typed about a posting.</summary>
public sealed class LogMentionForm
{
    /// <summary>Its address.</summary>
    [Display(Name = "Link to it", Description = "Copy it from the browser, or from “Share”")]
    [MaximumCharacters(MentionLink.MaximumLength)]
    public string? Link { get; set; }

    /// <summary>Where it stands.</summary>
    [Display(Name = "Where is it?", Description = "For example Facebook, a local group, a news site. You can leave this empty if you have the link")]
    [MaximumCharacters(PublicMention.SiteMaximumLength)]
    public string? Site { get; set; }

    /// <summary>What it says.</summary>
    [Display(Name = "What does it say?", Description = "A sentence is enough. Do not name any child")]
    [MaximumCharacters(PublicMention.TextMaximumLength)]
    public string? Text { get; set; }

    /// <summary>Who posted it.</summary>
    [Display(Name = "Who posted it?", Description = "Only if it matters for what has to be done")]
    [MaximumCharacters(PublicMention.AuthorMaximumLength)]
    public string? Author { get; set; }

    /// <summary>When it was seen.</summary>
    [Display(Name = "When did you see it?", ShortName = "Date")]
    public DateOnly? SeenOn { get; set; }
}

/// <summary>What came of logging.</summary>
/// <param name="Id">The mention.</param>
/// <param name="IsNew">Whether it is a new one; otherwise the posting was known.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Status">Where it stands.</param>
public sealed record LoggedMention(int Id, bool IsNew, string Reference, MentionStatus Status);

/// <summary>Logs a posting that somebody saw. One that is known, by whoever it was logged, counts one more sighting.</summary>
public sealed class LogMention(SocialGovDbContext database, CurrentPerson person, RequestOrigin origin, TimeProvider clock)
{
    /// <summary>Logs it.</summary>
    public async Task<Result<LoggedMention>> RunAsync(LogMentionForm form, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var logged = PublicMention.Log(new MentionAnswers(form.Site, form.Link, form.Text, form.Author, form.SeenOn), person.Actor, now);
        if (logged.IsRefused)
        {
            return logged.Error;
        }

        string[] keys = [.. logged.Value.Keys.Select(key => key.Hash)];
        if (await database.FindByKeysAsync(keys, cancellationToken) is { } known)
        {
            return await SeeAgainAsync(known, logged.Value.SeenOn, now, cancellationToken);
        }

        var submission = origin.Submission;
        database.Mentions.Add(logged.Value);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return new LoggedMention(logged.Value.Id, true, logged.Value.Reference, logged.Value.Status);
        }
        catch (DbUpdateException)
        {
            // The unique index over the keys: somebody logged the same posting between the look and the save.
            database.ChangeTracker.Clear();
            origin.Submission ??= submission;
            if (await database.FindByKeysAsync(keys, cancellationToken) is not { } meanwhile)
            {
                throw;
            }

            return await SeeAgainAsync(meanwhile, logged.Value.SeenOn, now, cancellationToken);
        }
    }

    private async Task<Result<LoggedMention>> SeeAgainAsync(PublicMention known, DateOnly seenOn, DateTime now, CancellationToken cancellationToken)
    {
        known.SeeAgain(person.Id, null, seenOn, [], person.Actor, now);
        var saved = await database.TrySaveAsync(cancellationToken);
        if (saved.IsRefused)
        {
            // Somebody decided at that moment: what is saved now is looked at once more.
            if (await database.Mentions.FindAsync([known.Id], cancellationToken) is not { } again)
            {
                return Error.NotFound;
            }

            known = again;
            known.SeeAgain(person.Id, null, seenOn, [], person.Actor, now);
            saved = await database.TrySaveAsync(cancellationToken);
        }

        return saved.IsRefused ? saved.Error : new LoggedMention(known.Id, false, known.Reference, known.Status);
    }
}
