using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <summary>What the school's MIS says of a pupil: the least that identifies them to staff (UK GDPR, Article 5(1)(c)).</summary>
/// <param name="MisNumber">The number by which the MIS knows the pupil.</param>
/// <param name="Forename">The forename by which the pupil is called.</param>
/// <param name="Surname">The surname.</param>
/// <param name="ClassName">The class, or "".</param>
/// <param name="LeavingOn">The last day at the school, London, or <see langword="null"/>.</param>
public sealed record PupilDetails(string? MisNumber, string? Forename, string? Surname, string? ClassName, DateOnly? LeavingOn);

/// <summary>
/// A pupil, with every answer about pictures of them and with the mark that overrides them all. The answers are part of the pupil, so that the version of
/// one record decides every race about them (ADR 48).
/// </summary>
public sealed partial class Pupil : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "PUP";

    /// <summary>Longest number of the MIS, in characters.</summary>
    public const int MisNumberMaximumLength = 40;

    /// <summary>Longest forename and surname, in characters.</summary>
    public const int NameMaximumLength = 80;

    /// <summary>Longest name of a class, in characters.</summary>
    public const int ClassNameMaximumLength = 40;

    private readonly List<ConsentDecision> _decisions = [];
    private readonly List<Protection> _protections = [];

    private Pupil()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The number by which the MIS knows the pupil.</summary>
    public string MisNumber { get; private set; } = "";

    /// <summary>That number as it is compared: in capitals. No two pupils share it.</summary>
    public string MisKey { get; private set; } = "";

    /// <summary>The forename by which the pupil is called.</summary>
    public string Forename { get; private set; } = "";

    /// <summary>The surname.</summary>
    public string Surname { get; private set; } = "";

    /// <summary>The class, or "".</summary>
    public string ClassName { get; private set; } = "";

    /// <summary>The last day at the school, London.</summary>
    public DateOnly? LeavingOn { get; private set; }

    /// <summary>
    /// How often something happened to the pupil. It makes an answer, and the mark, a change of this record, so that its version decides a race.
    /// </summary>
    public int ChangeCount { get; private set; }

    /// <summary>Every answer there was, in the order in which they were recorded.</summary>
    public IReadOnlyList<ConsentDecision> Decisions => _decisions;

    /// <summary>Every time the pupil was protected.</summary>
    public IReadOnlyList<Protection> Protections => _protections;

    /// <summary>Whether the pupil is protected now. Shown to those alone for whom <see cref="CheckMayProtect"/> is not refused.</summary>
    public bool IsProtected => _protections is [.., { LiftedAt: null }];

    /// <summary>Forename and surname.</summary>
    public string Name => $"{Forename} {Surname}";

    /// <summary>Whether the pupil is at the school on a day.</summary>
    /// <param name="on">The day, London.</param>
    public bool IsOnRoll(DateOnly on) => LeavingOn is null || LeavingOn >= on;

    /// <summary>Enters a pupil.</summary>
    /// <param name="details">What the MIS says.</param>
    /// <param name="by">Somebody who keeps the consent records.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<Pupil> Enter(PupilDetails details, Actor by, DateTime at)
    {
        var pupil = new Pupil();
        if ((CheckMayKeep(by).Error ?? pupil.Take(details)) is { } error)
        {
            return error;
        }

        pupil.Happened(new PupilEntered(by, at));
        return pupil;
    }

    /// <summary>Follows the MIS. Where nothing differs nothing happens, so that the same file read twice changes nothing.</summary>
    /// <param name="details">What the MIS says now. Its number is that of this pupil.</param>
    /// <param name="by">Somebody who keeps the consent records.</param>
    /// <param name="at">When, UTC.</param>
    public Result Change(PupilDetails details, Actor by, DateTime at)
    {
        if (CheckMayKeep(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var before = (MisNumber, Forename, Surname, ClassName, LeavingOn);
        if (Take(details) is { } error)
        {
            return error;
        }

        if (before != (MisNumber, Forename, Surname, ClassName, LeavingOn))
        {
            var hasLeavingDateChanged = before.LeavingOn != LeavingOn;
            Happened(new PupilChanged(
                before.Forename != Forename || before.Surname != Surname || before.MisNumber != MisNumber, before.ClassName != ClassName, hasLeavingDateChanged, by, at));
        }

        return Result.Done;
    }

    /// <summary>The last day at the school, or none: the pupil stays after all.</summary>
    /// <param name="on">The day, London.</param>
    /// <param name="by">Somebody who keeps the consent records.</param>
    /// <param name="at">When, UTC.</param>
    public Result Leave(DateOnly? on, Actor by, DateTime at) =>
        Change(new PupilDetails(MisNumber, Forename, Surname, ClassName, on), by, at);

    // All or nothing: what is refused leaves the record as it was.
    private Error? Take(PupilDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var (number, forename, surname, className) =
            (PlainText.CleanLine(details.MisNumber), PlainText.CleanLine(details.Forename), PlainText.CleanLine(details.Surname), PlainText.CleanLine(details.ClassName));
        var refusals = new List<Error>();
        Check(number, MisNumberMaximumLength, nameof(MisNumber), "Enter the number by which the MIS knows the pupil.", isAsked: true);
        Check(forename, NameMaximumLength, nameof(Forename), "Enter the pupil’s forename.", isAsked: true);
        Check(surname, NameMaximumLength, nameof(Surname), "Enter the pupil’s surname.", isAsked: true);
        Check(className, ClassNameMaximumLength, nameof(ClassName), "", isAsked: false);
        if (Error.Together(refusals) is { } error)
        {
            return error;
        }

        (MisNumber, MisKey, Forename, Surname, ClassName, LeavingOn) = (number, KeyOf(number), forename, surname, className, details.LeavingOn);
        return null;

        void Check(string text, int most, string field, string missing, bool isAsked)
        {
            if (isAsked && text.Length == 0)
            {
                refusals.Add(PupilErrors.Missing(field, missing));
            }
            else if (text.Length > most)
            {
                refusals.Add(PupilErrors.TooLong(field, most));
            }
        }
    }

    /// <summary>The number of an MIS as it is compared.</summary>
    /// <param name="misNumber">As it is written.</param>
    public static string KeyOf(string misNumber) => PlainText.CleanLine(misNumber).ToUpperInvariant();

    // Once for whatever is saved together: how many lines there are would tell twenty refusals from one mark.
    private void PublishingChanged(Actor by, DateTime at)
    {
        if (UnsavedEvents.OfType<PupilPublishingChanged>().Any())
        {
            ChangeCount++;
            return;
        }

        Happened(new PupilPublishingChanged(by, at));
    }

    private void Happened(DomainEvent happened)
    {
        ChangeCount++;
        Record(happened);
    }
}
