using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <content>From creation to closure.</content>
public sealed partial class SocialMediaAccount
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaximumLength = 500;

    /// <summary>When it was closed, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>
    /// Closes it for good. Every assignment ends with it. That the platform's side is done (content archived, notice posted, account
    /// closed there) is the closing hand-over's to see to, which calls this as it completes.
    /// </summary>
    /// <param name="because">Why.</param>
    /// <param name="by">Whoever signs off the closing hand-over.</param>
    /// <param name="at">When, UTC.</param>
    public Result Close(string? because, Actor by, DateTime at)
    {
        if (Status == AccountStatus.Closed)
        {
            return AccountErrors.Closed;
        }

        if (ReasonOf(because, "Enter why the account is closed. It stays on the record.", out var why) is { IsRefused: true } missing)
        {
            return missing;
        }

        var before = Status;
        (Status, ClosedAt) = (AccountStatus.Closed, at);
        foreach (var assignment in _assignments.Where(assignment => assignment.IsCurrent))
        {
            assignment.End(at);
        }

        Happened(new AccountClosed(before, why, by, at));
        return Result.Done;
    }
}
