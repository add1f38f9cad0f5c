using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Declarations;

/// <summary>Reads declarations for the pages. Nothing is tracked, and nothing is read that the person may not see.</summary>
public sealed class DeclarationQueries(SocialGovDbContext database, CurrentPerson person, SchoolSettings school, TimeProvider clock)
{
    /// <summary>The columns that the leaders' list can be sorted by.</summary>
    public static IReadOnlyList<string> SortColumns { get; } = ["name", "standing", "confirmed"];

    /// <summary>One's own declarations.</summary>
    public async Task<OwnDeclarations> OwnAsync(CancellationToken cancellationToken)
    {
        var own = await database.Declarations.AsNoTracking()
            .Where(declaration => declaration.PersonId == person.Id)
            .OrderBy(declaration => declaration.Id)
            .ToListAsync(cancellationToken);
        var today = clock.Today();
        return new OwnDeclarations(
            [.. own.Where(declaration => declaration.IsCurrent).Select(declaration => new SeenDeclaration(declaration, declaration.StandingOn(today)))],
            [.. own.Where(declaration => !declaration.IsCurrent)],
            PersonalAccountDeclaration.StandingOf(own, today),
            await DisclaimerAsync(cancellationToken));
    }

    /// <summary>One declaration, or <see langword="null"/> when there is none for this person.</summary>
    public async Task<DeclarationView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (declaration is null || !DeclarationsAuthorization.IsVisibleTo(declaration, person.Actor))
        {
            return null;
        }

        var owner = await database.People.AsNoTracking().SingleAsync(found => found.Id == declaration.PersonId, cancellationToken);
        var lines = await database.AuditEvents.AsNoTracking()
            .Where(line => line.RecordKind == nameof(PersonalAccountDeclaration) && line.RecordId == id)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);
        return new DeclarationView(
            declaration,
            owner.FullName,
            person.Actor.Is(declaration.PersonId),
            declaration.StandingOn(clock.Today()),
            await DisclaimerAsync(cancellationToken),
            [.. lines.Select(HistoryEntry.From)]);
    }

    /// <summary>One's own declaration while it holds, or <see langword="null"/>.</summary>
    public async Task<DeclarationView?> FindOwnAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { IsOwn: true } found ? found : null;

    /// <summary>The disclaimer to copy.</summary>
    public Task<string> DisclaimerAsync(CancellationToken cancellationToken) =>
        database.LoadGuidanceTextAsync(GuidanceTopic.Disclaimer, school.Name, cancellationToken);

    /// <summary>
    /// One page of the leaders' list: everybody who can sign in, and how they stand. It is worked out in memory, from two queries:
    /// a school has a few hundred people. What is out of scope shows only in that its owner has declared something.
    /// </summary>
    public async Task<DeclarationOverview> OverviewAsync(OverviewFilter filter, SortOrder order, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var people = await database.People.AsNoTracking()
            .Where(known => known.Status == PersonStatus.Active && (known.LeavingDate == null || known.LeavingDate >= today))
            .Select(known => new { known.Id, known.Forename, known.Surname, known.NormalisedName })
            .ToListAsync(cancellationToken);
        var declared = (await database.Declarations.AsNoTracking()
            .Where(declaration => declaration.Status == DeclarationStatus.Current)
            .ToListAsync(cancellationToken)).ToLookup(declaration => declaration.PersonId);
        var rows = people.Select(known => new
        {
            known.Surname,
            known.Forename,
            known.NormalisedName,
            Row = new OverviewRow(
                known.Id,
                $"{known.Forename} {known.Surname}",
                PersonalAccountDeclaration.StandingOf(declared[known.Id], today),
                declared[known.Id].Select(declaration => (DateTime?)declaration.ConfirmedAt).Max(),
                [
                    .. declared[known.Id].Where(declaration => declaration.Kind == DeclarationKind.NamesSchool)
                        .OrderBy(declaration => declaration.Id)
                        .Select(declaration => new SeenDeclaration(declaration, declaration.StandingOn(today))),
                ]),
        }).ToList();
        var counts = rows.CountBy(row => row.Row.Standing).ToDictionary();
        if (filter.Standing is { } standing)
        {
            rows.RemoveAll(row => row.Row.Standing != standing);
        }

        if (PlainText.CleanLine(filter.Text).ToUpperInvariant() is { Length: > 0 } text)
        {
            rows.RemoveAll(row => !row.NormalisedName.Contains(text, StringComparison.Ordinal));
        }

        var byName = rows.OrderBy(row => row.Surname, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Forename, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Row.Id);
        var sorted = (order.Column, order.Descending) switch
        {
            ("standing", false) => byName.OrderBy(row => row.Row.Standing),
            ("standing", true) => byName.OrderByDescending(row => row.Row.Standing),
            ("confirmed", false) => byName.OrderBy(row => row.Row.ConfirmedAt is null).ThenBy(row => row.Row.ConfirmedAt),
            ("confirmed", true) => byName.OrderBy(row => row.Row.ConfirmedAt is null).ThenByDescending(row => row.Row.ConfirmedAt),
            (_, false) => byName,
            (_, true) => byName.Reverse(),
        };
        return new DeclarationOverview(PagedList<OverviewRow>.Cut([.. sorted.Select(row => row.Row)], filter.Page), filter, order, counts);
    }
}

/// <summary>A declaration and how it stands today.</summary>
public sealed record SeenDeclaration(PersonalAccountDeclaration Declaration, DeclarationStanding Standing);

/// <summary>One's own declarations.</summary>
/// <param name="Current">Those that hold.</param>
/// <param name="Withdrawn">Those that hold no longer.</param>
/// <param name="Standing">How the person stands.</param>
/// <param name="Disclaimer">The sentence to copy.</param>
public sealed record OwnDeclarations(
    IReadOnlyList<SeenDeclaration> Current, IReadOnlyList<PersonalAccountDeclaration> Withdrawn, PersonalAccountStanding Standing, string Disclaimer)
{
    /// <summary>Whether one click can say that no account names the school: not while one that does is declared, or that is said already.</summary>
    public bool OffersNone => Current.All(seen => seen.Declaration.Kind == DeclarationKind.LeftAlone);
}

/// <summary>One declaration as somebody sees it.</summary>
public sealed record DeclarationView(
    PersonalAccountDeclaration Declaration, string Owner, bool IsOwn, DeclarationStanding Standing, string Disclaimer, IReadOnlyList<HistoryEntry> History)
{
    /// <summary>What to call it.</summary>
    public string Title => Declaration.Kind switch
    {
        DeclarationKind.NoneNamesSchool => "No account names the school",
        _ => $"{Declaration.PlatformInWords} account",
    };
}

/// <summary>The form, and what stands around it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Disclaimer">The sentence to copy.</param>
/// <param name="Declaration">What is saved now; <see langword="null"/> for a new one.</param>
/// <param name="IsStale">Whether it was changed in another window after this one was opened.</param>
public sealed record DeclarationFormView(DeclarationForm Form, string Disclaimer, PersonalAccountDeclaration? Declaration, bool IsStale);

/// <summary>What the leaders' list is narrowed to.</summary>
public sealed class OverviewFilter
{
    /// <summary>Words of the name.</summary>
    public string? Text { get; set; }

    /// <summary>How people stand.</summary>
    [Display(Name = "Standing")]
    public PersonalAccountStanding? Standing { get; set; }

    /// <summary>The page.</summary>
    public int? Page { get; set; }

    /// <summary>Whether anything is narrowed.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || Standing is not null;
}

/// <summary>One person in the leaders' list.</summary>
/// <param name="Id">The person's number.</param>
/// <param name="Name">The name.</param>
/// <param name="Standing">How they stand.</param>
/// <param name="ConfirmedAt">When they last declared or confirmed something, UTC.</param>
/// <param name="InScope">Their accounts that name the school.</param>
public sealed record OverviewRow(
    int Id, string Name, PersonalAccountStanding Standing, DateTime? ConfirmedAt, IReadOnlyList<SeenDeclaration> InScope);

/// <summary>The leaders' list.</summary>
public sealed record DeclarationOverview(
    PagedList<OverviewRow> Rows, OverviewFilter Filter, SortOrder Order, IReadOnlyDictionary<PersonalAccountStanding, int> Counts)
{
    /// <summary>How many people stand so, whatever the filter shows.</summary>
    public int CountOf(PersonalAccountStanding standing) => Counts.GetValueOrDefault(standing);
}

/// <summary>The colours of the standings. The word carries the meaning, the colour only helps.</summary>
public static class DeclarationColours
{
    /// <summary>The colour of a declaration's tag.</summary>
    public static string Of(DeclarationStanding standing) => standing switch
    {
        DeclarationStanding.DisclaimerMissing => "red",
        DeclarationStanding.ConfirmAgain => "orange",
        DeclarationStanding.InOrder => "green",
        DeclarationStanding.Withdrawn => "grey",
    };

    /// <summary>The colour of a person's tag.</summary>
    public static string Of(PersonalAccountStanding standing) => standing switch
    {
        PersonalAccountStanding.NotDeclared => "yellow",
        PersonalAccountStanding.DisclaimerMissing => "red",
        PersonalAccountStanding.ConfirmAgain => "orange",
        PersonalAccountStanding.InOrder => "green",
    };
}
