using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <content>The answers about pictures of the pupil (clauses DP-1, IMG-1).</content>
public sealed partial class Pupil
{
    /// <summary>Longest name of who answered, in characters.</summary>
    public const int GivenByMaximumLength = 120;

    /// <summary>How long ahead a consent can be made to hold, in years: a primary school's seven years and one to spare.</summary>
    public const int MostYearsValid = 8;

    /// <summary>Whether the pupil may appear.</summary>
    /// <param name="use">In what.</param>
    /// <param name="on">The day, London.</param>
    public ConsentVerdict VerdictOn(ImageUse use, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(use);
        var verdict = OfUse(use.Key, on);
        // Protection covers what nobody was ever asked about, a refusal does not: where every answer is a no, the two are shown alike there too.
        return verdict.Because == CoverReason.NotAsked && _decisions.Count > 0 && _decisions.Select(decision => decision.UseKey).Distinct().All(key => OfUse(key, on).Shown == ShownAnswer.DoNotPublish)
            ? verdict with { Shown = ShownAnswer.DoNotPublish }
            : verdict;
    }

    private ConsentVerdict OfUse(string key, DateOnly on) => ConsentCover.Of(IsProtected, LeavingOn, _decisions.Where(decision => decision.UseKey == key), on);

    /// <summary>Records one answer: see the form of several.</summary>
    /// <param name="answers">The answer.</param>
    /// <param name="by">Somebody who keeps the consent records, or the portal.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>Whether it was recorded: not where it says what counts already.</returns>
    public Result<bool> Decide(ConsentAnswers answers, Actor by, DateTime at)
    {
        var decided = Decide([answers], (error, _) => error, by, at);
        return decided.IsRefused ? decided.Error : decided.Value > 0;
    }

    /// <summary>
    /// Records the answers of one form, letter or conversation: all of them, or none. An answer that is the same as the one that counts is not recorded again. From
    /// "do not publish" to "may appear" it takes somebody who may know why it is so, or the parents' own link: this keeps the wrong direction slow, and a refusal alike to
    /// protection (ADR 49). What counts for that is how things stood before the form: one that refuses one use may give another.
    /// </summary>
    /// <param name="form">The answers, at most one for each use. What is wrong with an answer is told of by <c>Answers[0].Answer</c>, what is wrong with all by its own field.</param>
    /// <param name="by">Somebody who keeps the consent records, or the portal for a parent's or carer's own link and for the new school year.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>How many were recorded.</returns>
    public Result<int> Decide(IReadOnlyList<ConsentAnswers> form, Actor by, DateTime at) => Decide(
        form, (error, row) => error.Field == "Answer" ? error with { Field = string.Create(CultureInfo.InvariantCulture, $"Answers[{row}].Answer") } : error, by, at);

    private Result<int> Decide(IReadOnlyList<ConsentAnswers> form, Func<Error, int, Error> inRow, Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        var isPortal = by.PersonId is null;
        if (!isPortal && CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        var on = LondonTime.DateOf(at);
        // Whoever may not know why a use is closed is answered alike whichever it is.
        var closed = isPortal || !CheckMayProtect(by).IsRefused
            ? []
            : form.Where(answers => VerdictOn(answers.Use, on).Shown == ShownAnswer.DoNotPublish).Select(answers => answers.Use.Key).ToHashSet(StringComparer.Ordinal);
        var refusals = new List<Error>();
        for (var row = 0; row < form.Count; row++)
        {
            if (Check(form[row], PlainText.CleanLine(form[row].GivenBy), on) is { } error)
            {
                refusals.AddRange(((Error[])[error, .. error.Others]).Select(one => inRow(one with { Others = [] }, row)));
            }
            else if (form[row].Answer == ConsentAnswer.Given && closed.Contains(form[row].Use.Key))
            {
                refusals.Add(inRow(PupilErrors.DoNotPublish, row));
            }
        }

        if (Error.Together([.. refusals.DistinctBy(error => (error.Code, error.Field))]) is { } refused)
        {
            return refused;
        }

        var before = _decisions.Count;
        foreach (var answers in form)
        {
            Keep(answers, closed.Contains(answers.Use.Key), by, at);
        }

        if (_decisions.Count > before)
        {
            PublishingChanged(by, at);
        }

        return _decisions.Count - before;
    }

    private void Keep(ConsentAnswers answers, bool isClosed, Actor by, DateTime at)
    {
        if (answers.Answer != ConsentAnswer.Given)
        {
            // A no needs no basis and never runs out.
            answers = answers with { Validity = null, ValidUntil = null, LawfulBasis = null };
        }

        var givenBy = PlainText.CleanLine(answers.GivenBy);
        var validUntil = answers.Answer == ConsentAnswer.Given ? LastDay(answers) : null;
        var governing = ConsentCover.Governing(_decisions.Where(decision => decision.UseKey == answers.Use.Key));
        if (answers.Answer == ConsentAnswer.Ended && (by.PersonId is not null || governing is not { Answer: ConsentAnswer.Given }))
        {
            // Only what was given is asked anew: a refusal that came to "ask again" would leave "do not publish" to protection alone.
            return;
        }

        var saysTheSame = governing is not null && governing.Answer == answers.Answer && governing.ValidUntil == validUntil && governing.DecidedOn >= answers.DecidedOn
            && governing.GivenBy == givenBy && governing.FileId == answers.FileId && governing.Wording == answers.Wording;
        if (isClosed || !saysTheSame)
        {
            _decisions.Add(new ConsentDecision(_decisions.Count + 1, answers, givenBy, validUntil, by.PersonId, by.Name, at));
        }
    }

    /// <summary>The last day of the school year in which a date lies: 31 August.</summary>
    /// <param name="on">The date.</param>
    public static DateOnly EndOfSchoolYear(DateOnly on) => new(on.Month >= 9 ? on.Year + 1 : on.Year, 8, 31);

    private static DateOnly? LastDay(ConsentAnswers answers) => answers.Validity switch
    {
        ConsentValidity.UntilDate => answers.ValidUntil,
        ConsentValidity.SchoolYear => EndOfSchoolYear(answers.DecidedOn!.Value),
        _ => null,
    };

    private static Error? Check(ConsentAnswers answers, string givenBy, DateOnly today)
    {
        var refusals = new List<Error>();
        void Refuse(bool isWrong, Error error)
        {
            if (isWrong)
            {
                refusals.Add(error);
            }
        }

        var isGiven = answers.Answer == ConsentAnswer.Given;
        Refuse(answers.Answer is not { } answer || !Enum.IsDefined(answer), PupilErrors.Missing("Answer", "Choose what was answered."));
        Refuse(answers.Relation is not { } relation || !Enum.IsDefined(relation), PupilErrors.Missing("Relation", "Choose who answered."));
        Refuse(answers.How is not { } how || !Enum.IsDefined(how), PupilErrors.Missing("How", "Choose how the answer reached the school."));
        Refuse(givenBy.Length > GivenByMaximumLength, PupilErrors.TooLong("GivenBy", GivenByMaximumLength));
        // An export of an MIS seldom says who signed; whoever types a consent in knows it.
        Refuse(isGiven && givenBy.Length == 0 && answers.How is not ConsentHow.Mis, PupilErrors.Missing("GivenBy", "Enter the name of who gave the consent."));
        Refuse(answers.DecidedOn is null, PupilErrors.Missing("DecidedOn", "Enter the date of the answer, such as 3 9 2026."));
        Refuse(answers.DecidedOn > today, PupilErrors.DecidedAhead);
        Refuse(isGiven && answers.LawfulBasis is not { } basis || (answers.LawfulBasis is { } chosen && !Enum.IsDefined(chosen)), PupilErrors.Missing("LawfulBasis", "Choose the lawful basis."));
        Refuse(isGiven && (answers.Validity is not { } validity || !Enum.IsDefined(validity)), PupilErrors.Missing("Validity", "Choose how long the consent holds."));
        Refuse(isGiven && answers.Validity == ConsentValidity.UntilDate && answers.ValidUntil is null, PupilErrors.Missing("ValidUntil", "Enter the last day on which the consent holds."));
        Refuse(
            isGiven && answers.Validity == ConsentValidity.UntilDate && answers.ValidUntil is { } until && (until < answers.DecidedOn || until > today.AddYears(MostYearsValid)),
            PupilErrors.ValidUntilWrong);
        return Error.Together(refusals);
    }
}
