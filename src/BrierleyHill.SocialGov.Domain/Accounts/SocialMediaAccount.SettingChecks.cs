using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>The agreed settings are ticked one by one, and a departure goes back to a senior leader (clauses ADM-1, SLT-6, IMG-5, GP-3).</content>
public sealed partial class SocialMediaAccount
{
    private readonly List<SettingCheck> _settingChecks = [];

    /// <summary>What was found on the platform, at most one for each setting.</summary>
    public IReadOnlyList<SettingCheck> SettingChecks => _settingChecks;

    /// <summary>What was found of one setting, or <see langword="null"/> where nobody has looked since it was agreed.</summary>
    public SettingCheck? CheckOf(AccountSetting setting) => _settingChecks.Find(check => check.Setting == setting);

    /// <summary>The departures that wait for a senior leader.</summary>
    public IEnumerable<SettingCheck> UndecidedDepartures() => _settingChecks
        .Where(check => check.State == SettingCheckState.DepartureUndecided)
        .OrderBy(check => check.Setting);

    /// <summary>The settings that are neither as agreed nor as a leader accepted.</summary>
    public IReadOnlyList<AccountSetting> UnsettledSettings() => [.. AccountSettings.Each.Where(setting => CheckOf(setting) is not { IsSettled: true })];

    /// <summary>What is agreed for a setting now; <see langword="null"/> where it was never answered.</summary>
    public SettingValue? Agreed(AccountSetting setting) =>
        setting.Value(setting == AccountSetting.Openness ? Openness.ToString() : Settings.KeyOf(setting));

    /// <summary>Whether this person may prepare the account on its platform: administrators, while it is not closed (ADM-1).</summary>
    public Result CheckMayPrepare(Actor by)
    {
        if (!by.Holds(Roles.Administrator) || by.PersonId is null)
        {
            return AccountErrors.OnlyAdministrators;
        }

        return Status == AccountStatus.Closed ? AccountErrors.Closed : Result.Done;
    }

    /// <summary>
    /// Records what the settings were found to be. Those that stand as they did are left alone, so that each keeps who ticked it and
    /// when. All or nothing: one answer that is not complete refuses them all.
    /// </summary>
    /// <param name="answers">The settings that were looked at; any number.</param>
    /// <param name="by">An administrator.</param>
    /// <param name="at">When, UTC.</param>
    public Result CheckSettings(IReadOnlyList<SettingAnswer> answers, Actor by, DateTime at)
    {
        if (CheckMayPrepare(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var taken = new List<(AccountSetting Setting, SettingValue? Instead, string Because)>();
        foreach (var answer in answers.DistinctBy(answer => answer.Setting).Where(answer => Enum.IsDefined(answer.Setting)))
        {
            if (answer.IsAsAgreed)
            {
                taken.Add((answer.Setting, null, ""));
                continue;
            }

            var (field, because) = (FieldOf(answer.Setting), PlainText.Clean(answer.Because));
            if (answer.Setting.Value(answer.Instead) is not { } instead)
            {
                return AccountErrors.Missing($"{field}.Instead", $"Choose what it is instead: {answer.Setting.InWords()}.");
            }

            if (instead == Agreed(answer.Setting))
            {
                return AccountErrors.Missing($"{field}.Instead", $"This is what was agreed: {answer.Setting.InWords()}. Choose “as agreed”, or what it really is.");
            }

            if (because.Length == 0)
            {
                return AccountErrors.Missing($"{field}.Because", $"Enter why it differs: {answer.Setting.InWords()}.");
            }

            if (because.Length > ReasonMaximumLength)
            {
                return AccountErrors.TooLong($"{field}.Because", ReasonMaximumLength);
            }

            taken.Add((answer.Setting, instead, because));
        }

        var ticked = new List<Change>();
        var departures = new List<SettingDepartureReported>();
        foreach (var (setting, instead, because) in taken)
        {
            var check = CheckOf(setting);
            if (instead is null ? check is { IsSettled: true } : check is { State: SettingCheckState.DepartureUndecided } so && so.Instead == instead.Key && so.Because == because)
            {
                continue;
            }

            var before = check?.State.InWords();
            if (check is null)
            {
                _settingChecks.Add(check = new SettingCheck(setting));
            }

            if (instead is null)
            {
                check.Tick(by.PersonId!.Value, at);
                ticked.Add(new Change(setting.InWords(), before, $"{check.State.InWords()}: {Agreed(setting)?.Words}"));
            }
            else
            {
                check.Depart(instead.Key, because, by.PersonId!.Value, at);
                departures.Add(new SettingDepartureReported(setting, Agreed(setting)?.Words, instead.Words, because, by, at));
            }
        }

        if (ticked.Count == 0 && departures.Count == 0)
        {
            return AccountErrors.NothingChecked;
        }

        if (ticked.Count > 0)
        {
            Happened(new AccountSettingsChecked(ticked, by, at));
        }

        departures.ForEach(Happened);
        return Result.Done;
    }

    /// <summary>
    /// Whether this person may decide a departure: a senior leader who does not run the account, and did not report it. It takes two
    /// people, as the approval did (SLT-6).
    /// </summary>
    public Result CheckMayDecideDeparture(AccountSetting setting, Actor by)
    {
        if (CheckMayChange(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (CheckOf(setting) is not { State: SettingCheckState.DepartureUndecided } check)
        {
            return AccountErrors.NoDeparture;
        }

        return by.Is(check.CheckedById) ? AccountErrors.DecidesOwnDeparture : Result.Done;
    }

    /// <summary>
    /// Accepts a departure, or refuses it. Accepted, what it is becomes what is agreed; open or closed is a material fact, so the impact
    /// assessment has to be looked at again. Refused, it has to be set as agreed, and ticked.
    /// </summary>
    /// <param name="setting">Which setting.</param>
    /// <param name="isAccepted">Whether it is accepted.</param>
    /// <param name="because">Why.</param>
    /// <param name="by">A senior leader who neither runs the account nor reported the departure.</param>
    /// <param name="at">When, UTC.</param>
    public Result DecideDeparture(AccountSetting setting, bool? isAccepted, string? because, Actor by, DateTime at)
    {
        if (CheckMayDecideDeparture(setting, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (isAccepted is not { } accepted)
        {
            return AccountErrors.Missing("IsAccepted", "Choose whether you accept the departure.");
        }

        if (ReasonOf(because, "Enter why. It stays on the record.", out var why) is { IsRefused: true } missing)
        {
            return missing;
        }

        var check = CheckOf(setting)!;
        var (agreed, instead) = (Agreed(setting)?.Words, setting.Value(check.Instead)!);
        check.Decide(accepted, why, by.PersonId!.Value, at);
        if (!accepted)
        {
            Happened(new SettingDepartureRefused(setting, agreed, instead.Words, why, by, at));
            return Result.Done;
        }

        Happened(new SettingDepartureAccepted(setting, agreed, instead.Words, why, by, at));
        if (setting == AccountSetting.Openness)
        {
            var changes = new ChangeList()
                .Value("Open or closed", agreed, instead.Words)
                .Text("Why open or closed", OpennessReason, check.Because!);
            (Openness, OpennessReason) = (Enum.Parse<Openness>(instead.Key), check.Because!);
            Happened(new AccountMateriallyChanged(why, changes.Changes, by, at));
        }
        else
        {
            Settings = Settings.With(setting, instead.Key);
        }

        return Result.Done;
    }

    private static string FieldOf(AccountSetting setting) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Answers[{(int)setting}]");

    /// <summary>A reason as it is kept, or why it cannot be.</summary>
    private static Result ReasonOf(string? typed, string missing, out string reason, string field = "Because")
    {
        reason = PlainText.Clean(typed);
        if (reason.Length == 0)
        {
            return AccountErrors.Missing(field, missing);
        }

        return reason.Length > ReasonMaximumLength ? AccountErrors.TooLong(field, ReasonMaximumLength) : Result.Done;
    }
}
