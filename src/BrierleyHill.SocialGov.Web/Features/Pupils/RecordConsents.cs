using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Pupils;

/// <summary>What was answered about one use.</summary>
public sealed class UseAnswer
{
    /// <summary>The key of the use.</summary>
    [MaximumCharacters(ImageUse.KeyMaximumLength)]
    public string? Key { get; set; }

    /// <summary>The answer; none leaves what is on record.</summary>
    public RecordedAnswer? Answer { get; set; }
}

/// <summary>What can be recorded on screen.</summary>
public enum RecordedAnswer
{
    /// <summary>Yes.</summary>
    [Display(Name = "Given")]
    Given,

    /// <summary>No.</summary>
    [Display(Name = "Refused")]
    Refused,

    /// <summary>No longer.</summary>
    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>The answers of one form, letter or conversation.</summary>
public sealed class RecordConsentsForm
{
    /// <summary>The version of the pupil that was read.</summary>
    public int Version { get; set; }

    /// <summary>The answers, one for each use that was offered.</summary>
    public List<UseAnswer> Answers { get; set; } = [];

    /// <summary>Who answered.</summary>
    [Display(Name = "Who answered?", Description = "The name on the form")]
    [MaximumCharacters(Pupil.GivenByMaximumLength)]
    public string? GivenBy { get; set; }

    /// <summary>Who that is to the pupil.</summary>
    [Display(Name = "Who are they to the pupil?")]
    public ConsentRelation? Relation { get; set; }

    /// <summary>How it reached the school.</summary>
    [Display(Name = "How did the answer reach the school?")]
    public ConsentHow? How { get; set; }

    /// <summary>When it was given.</summary>
    [Display(Name = "When was it answered?", ShortName = "Date of the answer")]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>How long a consent holds.</summary>
    [Display(Name = "How long does a consent hold?", Description = "It ends in any case when the pupil leaves")]
    public ConsentValidity? Validity { get; set; } = ConsentValidity.SchoolYear;

    /// <summary>Its last day.</summary>
    [Display(Name = "Last day on which it holds", ShortName = "Last day")]
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The lawful basis of a consent.</summary>
    [Display(Name = "Lawful basis", Description = "UK GDPR, Article 6(1). For pictures of pupils it is nearly always consent")]
    public LawfulBasis? LawfulBasis { get; set; } = Domain.ImpactAssessments.LawfulBasis.Consent;
}

/// <summary>Records the answers of one form, letter or conversation about one pupil: all of them, or none (clauses DP-1, IMG-1).</summary>
public sealed class RecordConsents(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>How an answer reached the school, as far as somebody types it in.</summary>
    public static IReadOnlyList<ConsentHow> Ways { get; } = [ConsentHow.Form, ConsentHow.Email, ConsentHow.Spoken, ConsentHow.Mis];

    /// <summary>Records them.</summary>
    /// <returns>How many were recorded: what says what is on record already is not recorded again.</returns>
    public async Task<Result<int>> RunAsync(int id, RecordConsentsForm form, CancellationToken cancellationToken)
    {
        if (await database.FindPupilAsync(id, cancellationToken) is not { } pupil)
        {
            return Error.NotFound;
        }

        if (pupil.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale.Error;
        }

        if (form.How is { } how && !Ways.Contains(how))
        {
            return PupilErrors.Missing(nameof(form.How), "Choose how the answer reached the school.");
        }

        var offered = (await database.LoadImageUsesAsync(cancellationToken)).ToDictionary(use => use.Key, StringComparer.Ordinal);
        var rows = Enumerable.Range(0, form.Answers.Count)
            .Where(row => form.Answers[row] is { Answer: not null, Key: { } key } && offered.ContainsKey(key))
            .DistinctBy(row => form.Answers[row].Key, StringComparer.Ordinal)
            .ToList();
        var decided = pupil.Decide(
            [
                .. rows.Select(row => new ConsentAnswers(
                    offered[form.Answers[row].Key!], AnswerOf(form.Answers[row].Answer!.Value), form.GivenBy, form.Relation, form.How, form.DecidedOn, form.Validity, form.ValidUntil, form.LawfulBasis, null, null)),
            ],
            person.Actor, clock.UtcNow());
        if (decided.IsRefused)
        {
            return InRows(decided.Error, rows);
        }

        if (decided.Value == 0)
        {
            return PupilErrors.NothingRecorded;
        }

        var saved = await database.TrySaveAsync(cancellationToken);
        return saved.IsRefused ? saved.Error : decided.Value;
    }

    // The record counts the answers that were chosen; the form has a row for each use.
    private static Error InRows(Error error, List<int> rows)
    {
        var fields = Enumerable.Range(0, rows.Count).ToDictionary(FieldOf, chosen => FieldOf(rows[chosen]), StringComparer.Ordinal);
        return Error.Together([.. ((Error[])[error, .. error.Others]).Select(one => one with { Field = one.Field is null ? null : fields.GetValueOrDefault(one.Field, one.Field), Others = [] })])!;
    }

    private static string FieldOf(int row) => string.Create(CultureInfo.InvariantCulture, $"Answers[{row}].Answer");

    private static ConsentAnswer AnswerOf(RecordedAnswer answer) => answer switch
    {
        RecordedAnswer.Given => ConsentAnswer.Given,
        RecordedAnswer.Refused => ConsentAnswer.Refused,
        RecordedAnswer.Withdrawn => ConsentAnswer.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "This is no answer."),
    };
}
