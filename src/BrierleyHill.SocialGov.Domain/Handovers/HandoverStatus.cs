using System.ComponentModel.DataAnnotations;

namespace BrierleyHill.SocialGov.Domain.Handovers;

/// <summary>Lifecycle of a hand-over: <c>Open → Completed | Cancelled</c>.</summary>
public enum HandoverStatus
{
    /// <summary>Under way.</summary>
    [Display(Name = "Open")]
    Open,

    /// <summary>Signed off.</summary>
    [Display(Name = "Completed")]
    Completed,

    /// <summary>Not needed after all.</summary>
    [Display(Name = "Cancelled")]
    Cancelled,
}

/// <summary>What a hand-over ends in.</summary>
public enum HandoverOutcome
{
    /// <summary>Somebody else takes over.</summary>
    [Display(Name = "Transfer", Description = "Somebody else takes over what the leaver did")]
    Transfer,

    /// <summary>The account is closed.</summary>
    [Display(Name = "Close", Description = "The account is closed for good")]
    Close,
}

/// <summary>Why a hand-over was opened.</summary>
public enum HandoverCause
{
    /// <summary>A leaving date was recorded.</summary>
    [Display(Name = "A leaving date was recorded")]
    LeavingDate,

    /// <summary>Somebody was deactivated who had no leaving date.</summary>
    [Display(Name = "The person’s access was ended")]
    Deactivated,

    /// <summary>Somebody who will leave was assigned to the account.</summary>
    [Display(Name = "Somebody who will leave was assigned to the account")]
    LeaverAssigned,

    /// <summary>A senior leader decided to close the account, whoever stays.</summary>
    [Display(Name = "A senior leader decided to close the account")]
    DecidedToClose,
}
