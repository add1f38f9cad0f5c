using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Declarations;

/// <summary>What a person answers about an account of their own, as it was typed.</summary>
/// <param name="Platform">Where it is.</param>
/// <param name="PlatformName">The platform's name, where it is not one that the form offers.</param>
/// <param name="NamesSchool">Whether it names the school or shows that they work there.</param>
/// <param name="Handle">Its name or web address; asked for where it names the school, and dropped where it does not.</param>
/// <param name="DisclaimerShown">Whether it shows the disclaimer; asked for where it names the school.</param>
public sealed record PersonalAccountAnswers(Platform? Platform, string? PlatformName, bool? NamesSchool, string? Handle, bool? DisclaimerShown);

/// <summary>
/// What a person says about a personal account of theirs: that it names the school and carries a disclaimer (clauses STF-4,
/// SCOPE-3), that it does not name the school (SCOPE-4: then nothing but that and the platform is kept), or that none of theirs
/// does. Only the person writes it. Lifecycle: see <see cref="DeclarationStatus"/>.
/// </summary>
public sealed class PersonalAccountDeclaration : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "DEC";

    /// <summary>Longest name of a platform, in characters.</summary>
    public const int PlatformNameMaximumLength = 100;

    /// <summary>Longest name or web address of an account, in characters.</summary>
    public const int HandleMaximumLength = 200;

    /// <summary>After how many months a declaration is confirmed again.</summary>
    public const int MonthsUntilConfirmedAgain = 12;

    /// <summary>The slot of the declaration for the person as a whole: a person has one current one.</summary>
    private const string SlotOfNone = "none";

    private PersonalAccountDeclaration()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Whose account it is.</summary>
    public int PersonId { get; private set; }

    /// <summary>What is declared.</summary>
    public DeclarationKind Kind { get; private set; }

    /// <summary>Whether it holds.</summary>
    public DeclarationStatus Status { get; private set; }

    /// <summary>
    /// What at most one row of a person holds, by a unique index: a fixed word for the current declaration for the person as a
    /// whole, and something of its own for every other.
    /// </summary>
    public string Slot { get; private set; } = "";

    /// <summary>The platform; <see langword="null"/> where it is for the person as a whole.</summary>
    public Platform? Platform { get; private set; }

    /// <summary>The platform's name, where it is not one that the form offers.</summary>
    public string PlatformName { get; private set; } = "";

    /// <summary>The account's name or web address: only while it is in scope and current.</summary>
    public string Handle { get; private set; } = "";

    /// <summary>Whether the disclaimer is shown; <see langword="null"/> where none is needed.</summary>
    public bool? DisclaimerShown { get; private set; }

    /// <summary>When it was first declared, UTC.</summary>
    public DateTime DeclaredAt { get; private set; }

    /// <summary>When its owner last said that it holds, by declaring, changing or confirming it, UTC.</summary>
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Whether it holds.</summary>
    public bool IsCurrent => Status == DeclarationStatus.Current;

    /// <summary>The platform in words, with its own name where it has one; "" where it is for the person as a whole.</summary>
    public string PlatformInWords => PlatformName.Length > 0 ? PlatformName : Platform.InWords() ?? "";

    /// <summary>The day from which it is to be confirmed again, London.</summary>
    public DateOnly ConfirmAgainFrom => LondonTime.DateOf(ConfirmedAt).AddMonths(MonthsUntilConfirmedAgain);

    /// <summary>Declares an account.</summary>
    /// <param name="answers">What was answered.</param>
    /// <param name="own">Everything that this person has declared: that none of theirs names the school is withdrawn where this one does.</param>
    /// <param name="by">The person whose account it is.</param>
    /// <param name="at">When, UTC.</param>
    public static Result<PersonalAccountDeclaration> Declare(
        PersonalAccountAnswers answers, IEnumerable<PersonalAccountDeclaration> own, Actor by, DateTime at)
    {
        var checkedAnswers = Check(answers);
        if (checkedAnswers.IsRefused)
        {
            return checkedAnswers.Error;
        }

        var declaration = New(by, at);
        declaration.Take(checkedAnswers.Value);
        declaration.Record(new PersonalAccountDeclared(declaration.Kind, declaration.DisclaimerShown, by, at));
        declaration.EndWhatItContradicts(own, by, at);
        return declaration;
    }

    /// <summary>Declares, in one click, that no account of the person's names the school. Where that is declared already, it is confirmed.</summary>
    /// <param name="own">Everything that this person has declared.</param>
    /// <param name="by">The person.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The declaration: a new one, or the one that was there.</returns>
    public static Result<PersonalAccountDeclaration> DeclareNone(IEnumerable<PersonalAccountDeclaration> own, Actor by, DateTime at)
    {
        var current = own.Where(declaration => declaration.IsCurrent).ToList();
        if (current.Exists(declaration => declaration.Kind == DeclarationKind.NamesSchool))
        {
            return DeclarationErrors.AnAccountNamesSchool;
        }

        if (current.Find(declaration => declaration.Kind == DeclarationKind.NoneNamesSchool) is { } there)
        {
            return there.Confirm(by, at) is { IsRefused: true } refusal ? refusal.Error : there;
        }

        var declared = New(by, at);
        (declared.Kind, declared.Slot) = (DeclarationKind.NoneNamesSchool, SlotOfNone);
        declared.Record(new PersonalAccountDeclared(declared.Kind, null, by, at));
        return declared;
    }

    /// <summary>How it stands on a day.</summary>
    /// <param name="today">The day, London.</param>
    public DeclarationStanding StandingOn(DateOnly today) => this switch
    {
        { IsCurrent: false } => DeclarationStanding.Withdrawn,
        { Kind: DeclarationKind.NamesSchool, DisclaimerShown: not true } => DeclarationStanding.DisclaimerMissing,
        _ when today >= ConfirmAgainFrom => DeclarationStanding.ConfirmAgain,
        _ => DeclarationStanding.InOrder,
    };

    /// <summary>How a person stands over all that they have declared.</summary>
    /// <param name="own">Everything that this person has declared.</param>
    /// <param name="today">The day, London.</param>
    public static PersonalAccountStanding StandingOf(IEnumerable<PersonalAccountDeclaration> own, DateOnly today)
    {
        var standings = own.Where(declaration => declaration.IsCurrent).Select(declaration => declaration.StandingOn(today)).ToHashSet();
        return standings switch
        {
            { Count: 0 } => PersonalAccountStanding.NotDeclared,
            _ when standings.Contains(DeclarationStanding.DisclaimerMissing) => PersonalAccountStanding.DisclaimerMissing,
            _ when standings.Contains(DeclarationStanding.ConfirmAgain) => PersonalAccountStanding.ConfirmAgain,
            _ => PersonalAccountStanding.InOrder,
        };
    }

    /// <summary>Changes what was declared about an account. That confirms it, too.</summary>
    /// <param name="answers">What was answered.</param>
    /// <param name="own">Everything that this person has declared.</param>
    /// <param name="by">The person whose account it is.</param>
    /// <param name="at">When, UTC.</param>
    public Result Change(PersonalAccountAnswers answers, IEnumerable<PersonalAccountDeclaration> own, Actor by, DateTime at)
    {
        if (CheckMayWrite(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Kind == DeclarationKind.NoneNamesSchool)
        {
            return DeclarationErrors.NotAnAccount;
        }

        var checkedAnswers = Check(answers);
        if (checkedAnswers.IsRefused)
        {
            return checkedAnswers.Error;
        }

        var (kind, handle, disclaimer) = (Kind, Handle, DisclaimerShown);
        Take(checkedAnswers.Value);
        var changes = new ChangeList().Value("Declared", kind.InWords(), Kind.InWords()).Text("Name or web address of the account", handle, Handle);
        ConfirmedAt = at;
        Record(new DeclarationChanged([.. changes.Changes, .. DeclarationChanges.OfDisclaimer(disclaimer, DisclaimerShown)], by, at));
        EndWhatItContradicts(own, by, at);
        return Result.Done;
    }

    /// <summary>Says that the disclaimer is shown now.</summary>
    public Result AddDisclaimer(Actor by, DateTime at)
    {
        if (CheckMayWrite(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (Kind != DeclarationKind.NamesSchool)
        {
            return DeclarationErrors.NeedsNoDisclaimer;
        }

        if (DisclaimerShown == true)
        {
            return Result.Done;
        }

        (DisclaimerShown, ConfirmedAt) = (true, at);
        Record(new DisclaimerAdded(by, at));
        return Result.Done;
    }

    /// <summary>Says again that it holds: once a year, or whenever the person likes.</summary>
    public Result Confirm(Actor by, DateTime at)
    {
        if (CheckMayWrite(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        ConfirmedAt = at;
        Record(new DeclarationConfirmed(by, at));
        return Result.Done;
    }

    /// <summary>Takes it back: the account was closed, or is no longer theirs. Its handle is not kept.</summary>
    public Result Withdraw(Actor by, DateTime at)
    {
        if (CheckMayWrite(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        (Status, WithdrawnAt, Handle) = (DeclarationStatus.Withdrawn, at, "");
        Slot = NewSlot();
        Record(new DeclarationWithdrawn(by, at));
        return Result.Done;
    }

    private static PersonalAccountDeclaration New(Actor by, DateTime at) => new()
    {
        PersonId = by.PersonId ?? throw new ArgumentException("A declaration is made by a person.", nameof(by)),
        Slot = NewSlot(),
        DeclaredAt = at,
        ConfirmedAt = at,
    };

    private static string NewSlot() => Guid.NewGuid().ToString("N");

    private static Result<Checked> Check(PersonalAccountAnswers answers)
    {
        var (platformName, handle) = (PlainText.CleanLine(answers.PlatformName), PlainText.CleanLine(answers.Handle));
        if (answers.Platform is not { } platform)
        {
            return DeclarationErrors.PlatformMissing;
        }

        if (!Enum.IsDefined(platform))
        {
            return DeclarationErrors.NotAChoice(nameof(Platform));
        }

        var namesPlatform = platform is Accounts.Platform.Other or Accounts.Platform.LearningPlatform;
        if (platform == Accounts.Platform.Other && platformName.Length == 0)
        {
            return DeclarationErrors.PlatformNameMissing;
        }

        if (namesPlatform && platformName.Length > PlatformNameMaximumLength)
        {
            return DeclarationErrors.TooLong(nameof(PlatformName), PlatformNameMaximumLength);
        }

        var kept = namesPlatform ? platformName : "";
        switch (answers.NamesSchool)
        {
            case null:
                return DeclarationErrors.ScopeMissing;
            case false:
                return new Checked(platform, kept, DeclarationKind.LeftAlone, "", null);
            case true when handle.Length == 0:
                return DeclarationErrors.HandleMissing;
            case true when handle.Length > HandleMaximumLength:
                return DeclarationErrors.TooLong(nameof(Handle), HandleMaximumLength);
            case true when answers.DisclaimerShown is null:
                return DeclarationErrors.DisclaimerMissing;
            case true:
                return new Checked(platform, kept, DeclarationKind.NamesSchool, handle, answers.DisclaimerShown);
        }
    }

    private void Take(Checked answers) =>
        (Platform, PlatformName, Kind, Handle, DisclaimerShown) =
        (answers.Platform, answers.PlatformName, answers.Kind, answers.Handle, answers.DisclaimerShown);

    // "None of mine names the school" cannot hold beside an account that does.
    private void EndWhatItContradicts(IEnumerable<PersonalAccountDeclaration> own, Actor by, DateTime at)
    {
        if (Kind != DeclarationKind.NamesSchool)
        {
            return;
        }

        foreach (var none in own.Where(declaration => declaration.IsCurrent && declaration.Kind == DeclarationKind.NoneNamesSchool))
        {
            none.Withdraw(by, at);
        }
    }

    private Result CheckMayWrite(Actor by)
    {
        if (!by.Is(PersonId))
        {
            return DeclarationErrors.NotYours;
        }

        return IsCurrent ? Result.Done : DeclarationErrors.AlreadyWithdrawn;
    }

    private sealed record Checked(Platform Platform, string PlatformName, DeclarationKind Kind, string Handle, bool? DisclaimerShown);
}
