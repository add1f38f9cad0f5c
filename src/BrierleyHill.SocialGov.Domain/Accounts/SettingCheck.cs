using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>
/// Where the check of one setting stands: <c>AsAgreed</c>, or <c>DepartureUndecided → DepartureAccepted | DepartureRefused</c>. From
/// each an administrator can tick it as agreed, or report a departure.
/// </summary>
public enum SettingCheckState
{
    /// <summary>The platform is set as it was agreed.</summary>
    [Display(Name = "As agreed")]
    AsAgreed,

    /// <summary>The platform is set otherwise; a senior leader has yet to say whether that is right.</summary>
    [Display(Name = "Waits for a senior leader")]
    DepartureUndecided,

    /// <summary>A senior leader accepted the departure: what it is now is what is agreed.</summary>
    [Display(Name = "Departure accepted")]
    DepartureAccepted,

    /// <summary>A senior leader refused the departure: it has to be set as agreed, and ticked.</summary>
    [Display(Name = "Departure refused")]
    DepartureRefused,
}

/// <summary>What an administrator found one setting to be on the platform. One for each setting; earlier answers are in the account's history.</summary>
public sealed class SettingCheck
{
    private SettingCheck()
    {
    }

    internal SettingCheck(AccountSetting setting) => Setting = setting;

    /// <summary>The row's key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>Which setting.</summary>
    public AccountSetting Setting { get; private set; }

    /// <summary>Where it stands.</summary>
    public SettingCheckState State { get; private set; }

    /// <summary>Who looked.</summary>
    public int CheckedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>What it is instead of what was agreed, by the key of the value; <see langword="null"/> where it is as agreed.</summary>
    public string? Instead { get; private set; }

    /// <summary>Why it is not as agreed.</summary>
    public string? Because { get; private set; }

    /// <summary>The senior leader who decided the departure.</summary>
    public int? DecidedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was accepted or refused.</summary>
    public string? Decision { get; private set; }

    /// <summary>Whether nothing more is to be done: it is as agreed, or as a leader has accepted.</summary>
    public bool IsSettled => State is SettingCheckState.AsAgreed or SettingCheckState.DepartureAccepted;

    internal void Tick(int by, DateTime at)
    {
        (State, CheckedById, CheckedAt) = (SettingCheckState.AsAgreed, by, at);
        (Instead, Because, DecidedById, DecidedAt, Decision) = (null, null, null, null, null);
    }

    internal void Depart(string instead, string because, int by, DateTime at)
    {
        (State, CheckedById, CheckedAt, Instead, Because) = (SettingCheckState.DepartureUndecided, by, at, instead, because);
        (DecidedById, DecidedAt, Decision) = (null, null, null);
    }

    internal void Decide(bool accepted, string because, int by, DateTime at) =>
        (State, DecidedById, DecidedAt, Decision) =
            (accepted ? SettingCheckState.DepartureAccepted : SettingCheckState.DepartureRefused, by, at, because);
}

/// <summary>What an administrator answers about one setting.</summary>
/// <param name="Setting">Which.</param>
/// <param name="IsAsAgreed">Whether the platform is set as agreed.</param>
/// <param name="Instead">What it is instead, by the key of the value, where it is not.</param>
/// <param name="Because">Why, where it is not.</param>
public sealed record SettingAnswer(AccountSetting Setting, bool IsAsAgreed, string? Instead = null, string? Because = null);
