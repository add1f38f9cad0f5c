using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared.TagHelpers;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Incidents;

/// <summary>A new review.</summary>
public sealed class BeginReviewForm : IncidentPartForm
{
    /// <summary>Which content.</summary>
    [Display(Name = "Which content is reviewed, and where is it?", Description = "Enough that somebody else finds it. Whoever you ask for a second view reads this. Do not copy the content itself, and do not name any child")]
    [MaximumCharacters(ContentReview.ContentMaximumLength)]
    public string? Content { get; set; }
}

/// <summary>Whom to ask for a view.</summary>
public sealed class InviteReviewerForm : IncidentPartForm
{
    /// <summary>Whom.</summary>
    [Display(Name = "Who gives the next view?", Description = "They see this review and nothing else of the incident, unless it is open to them already")]
    public int? PersonId { get; set; }
}

/// <summary>An invitation to be taken back.</summary>
public sealed class WithdrawReviewerForm : IncidentPartForm
{
    /// <summary>Whose.</summary>
    public int PersonId { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why is the invitation taken back?")]
    [MaximumCharacters(ContentReview.ReasonMaximumLength)]
    public string? Because { get; set; }
}

/// <summary>A view.</summary>
public sealed class WriteReviewForm : IncidentPartForm
{
    /// <summary>What was seen.</summary>
    [Display(Name = "What did you see?", Description = "In your own words")]
    [MaximumCharacters(ContentReview.TextMaximumLength)]
    public string? Saw { get; set; }

    /// <summary>Where.</summary>
    [Display(Name = "Where did you see it?", Description = "The page, the post, the device")]
    [MaximumCharacters(ContentReview.WhereMaximumLength)]
    public string? Where { get; set; }

    /// <summary>The date.</summary>
    [Display(Name = "Date", ShortName = "The date on which you saw it", Description = "For example, 27 3 2026")]
    public DateOnly? SeenOn { get; set; }

    /// <summary>The time.</summary>
    [Display(Name = "Time", Description = "For example, 14:30 or 2.30pm")]
    public string? SeenTime { get; set; }

    /// <summary>Why it is of concern.</summary>
    [Display(Name = "Why is it of concern, or why not?")]
    [MaximumCharacters(ContentReview.TextMaximumLength)]
    public string? Concern { get; set; }

    /// <summary>The conclusion.</summary>
    [Display(Name = "What do you conclude?")]
    public ReviewConclusion? Conclusion { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why do you conclude that?")]
    [MaximumCharacters(ContentReview.TextMaximumLength)]
    public string? Because { get; set; }

    internal static WriteReviewForm Of(ContentReview review, ReviewView view)
    {
        var seen = view.SeenAt is { } at ? LondonTime.ToLocal(at) : (DateTime?)null;
        return new()
        {
            Version = review.Version,
            Saw = view.Saw,
            Where = view.Where,
            SeenOn = seen is { } day ? DateOnly.FromDateTime(day) : null,
            SeenTime = seen?.ToString("HH:mm", CultureInfo.InvariantCulture),
            Concern = view.Concern,
            Conclusion = view.Conclusion,
            Because = view.Because,
        };
    }
}

/// <summary>A signature.</summary>
public sealed class SignReviewForm : IncidentPartForm;

/// <summary>Begins a review of content.</summary>
public sealed class BeginReview(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Begins it.</summary>
    /// <returns>The review's number within its incident.</returns>
    public async Task<Result<int>> RunAsync(int id, BeginReviewForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindIncidentAsync(id, person.Actor, IncidentAccess.Open, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var begun = ContentReview.Begin(found.Value, await database.NextNumberAsync<ContentReview>(id, cancellationToken), form.Content, person.Actor, clock.UtcNow());
        if (begun.IsRefused)
        {
            return begun.Error;
        }

        database.ContentReviews.Add(begun.Value);
        return await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost ? lost.Error : begun.Value.Number;
    }
}

/// <summary>Asks somebody for a view, and takes that back. The incident has to be open to whoever does.</summary>
public sealed class InviteReviewer(IncidentPartWrite write, SocialGovDbContext database)
{
    /// <summary>Asks.</summary>
    public async Task<Result> RunAsync(int id, int number, InviteReviewerForm form, CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        return await write.RunAsync<ContentReview>(
            id, number, form.Version, (incident, review, by, at) => review.Invite(incident, form.PersonId, directory, by, at), cancellationToken);
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<Result> WithdrawAsync(int id, int number, WithdrawReviewerForm form, CancellationToken cancellationToken)
    {
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        return await write.RunAsync<ContentReview>(
            id, number, form.Version, (incident, review, by, at) => review.WithdrawInvitation(incident, form.PersonId, form.Because, directory, by, at), cancellationToken);
    }
}

/// <summary>Writes a view down and signs it. Whoever was asked may, also where the rest of the incident is not open to them.</summary>
public sealed class GiveView(SocialGovDbContext database, IncidentPartWrite write, CurrentPerson person)
{
    /// <summary>Writes it down.</summary>
    public Task<Result> WriteAsync(int id, int number, WriteReviewForm form, CancellationToken cancellationToken) => RunAsync(
        id,
        number,
        form.Version,
        (incident, review, by, at) =>
        {
            DateTime? seenAt = null;
            if (form.SeenOn is not null || !string.IsNullOrWhiteSpace(form.SeenTime))
            {
                var seen = TypedMoment.ReadPast(form.SeenOn, TypedTime.Read(form.SeenTime), nameof(form.SeenOn), nameof(form.SeenTime), at);
                if (seen.IsRefused)
                {
                    return seen.Error;
                }

                seenAt = seen.Value;
            }

            return review.Write(incident, new ReviewAnswers(form.Saw, form.Where, seenAt, form.Concern, form.Conclusion, form.Because), by, at);
        },
        cancellationToken);

    /// <summary>Signs it.</summary>
    public Task<Result> SignAsync(int id, int number, SignReviewForm form, CancellationToken cancellationToken) =>
        RunAsync(id, number, form.Version, (incident, review, by, at) => review.Sign(incident, by, at), cancellationToken);

    private async Task<Result> RunAsync(int id, int number, int version, IncidentPartWrite.Act<ContentReview> act, CancellationToken cancellationToken)
    {
        var review = await database.ReviewsOpenTo(person.Actor).AsTracking().SingleOrDefaultAsync(found => found.IncidentId == id && found.Number == number, cancellationToken);
        if (review is null)
        {
            return Error.NotFound;
        }

        var incident = await database.Incidents.SingleAsync(found => found.Id == id, cancellationToken);
        return await write.SaveAsync(incident, review, version, act, cancellationToken);
    }
}

/// <summary>Opens reviews to be looked at: for those to whom the incident is open, and for those who were asked for a view. That somebody looked is on record each time.</summary>
public sealed class OpenReview(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Opens it, and records that; <see langword="null"/> where there is none for this person.</summary>
    public async Task<IncidentPartView<ContentReview>?> RunAsync(int id, int number, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, number, cancellationToken) is not { } found)
        {
            return null;
        }

        database.Note(new IncidentOpened(IncidentPage.ContentReview, person.Actor, clock.UtcNow()), found.Part);
        await database.SaveChangesAsync(cancellationToken);
        return found;
    }

    /// <summary>Finds it without recording anything: for a form that is shown again after it was refused.</summary>
    public async Task<IncidentPartView<ContentReview>?> FindAsync(int id, int number, CancellationToken cancellationToken)
    {
        var open = database.IncidentsOpenTo(person.Actor).Select(incident => incident.Id);
        var found = await database.ReviewsOpenTo(person.Actor).AsSingleQuery()
            .Where(review => review.IncidentId == id && review.Number == number)
            .Select(review => new { Review = review, IsOpen = open.Contains(review.IncidentId) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        // A reviewer sees of the incident what the review says, and no more; the rules need the incident.
        var incident = await database.Incidents.AsNoTracking().SingleAsync(its => its.Id == id, cancellationToken);
        return new IncidentPartView<ContentReview>(incident, found.Review, await database.LoadDirectoryAsync(cancellationToken), person.Actor, clock.UtcNow())
        {
            IsIncidentOpen = found.IsOpen,
        };
    }

    /// <summary>Who can be asked for a view: active people who neither reported the incident nor are involved in it, and have not been asked.</summary>
    public static IReadOnlyList<Choice> Askable(IncidentPartView<ContentReview> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return
        [
            .. found.Directory.People
                .Where(other => other.IsActive && ContentReview.MayReview(found.Incident, other.Id) && found.Part.ViewOf(other.Id) is null)
                .OrderBy(other => other.Surname, StringComparer.OrdinalIgnoreCase).ThenBy(other => other.Forename, StringComparer.OrdinalIgnoreCase).ThenBy(other => other.Id)
                .Select(other => new Choice(other.Id.ToString(CultureInfo.InvariantCulture), $"{other.Surname}, {other.Forename}")),
        ];
    }
}
