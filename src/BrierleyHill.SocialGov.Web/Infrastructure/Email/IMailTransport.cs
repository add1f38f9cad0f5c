using MimeKit;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Email;

/// <summary>Where the program ends and mail begins. One is used for one run of the sender, and keeps its connection for the whole run.</summary>
public interface IMailTransport
{
    /// <summary>Connects and signs in, unless it is connected. Nothing of any message is sent.</summary>
    /// <returns><see langword="null"/> when it is ready, else what is wrong, in words without addresses.</returns>
    /// <exception cref="OperationCanceledException">The portal stops.</exception>
    Task<string?> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Hands a message over. It throws nothing: what is not known is <see cref="HandOverOutcome.Unknown"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<HandOver> HandOverAsync(MimeMessage message, CancellationToken cancellationToken);
}

/// <summary>What came of handing a message over.</summary>
public enum HandOverOutcome
{
    /// <summary>The other side has said that it has taken the message.</summary>
    Accepted,

    /// <summary>It has certainly not taken the message.</summary>
    Refused,

    /// <summary>It may have taken the message: the connection ended before it answered.</summary>
    Unknown,
}

/// <summary>What came of handing a message over, and why.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Problem">What went wrong, in words without addresses or text of the message; <see langword="null"/> when nothing did.</param>
public sealed record HandOver(HandOverOutcome Outcome, string? Problem)
{
    /// <summary>It was taken.</summary>
    public static HandOver Accepted { get; } = new(HandOverOutcome.Accepted, null);

    /// <summary>It was not taken.</summary>
    public static HandOver Refused(string problem) => new(HandOverOutcome.Refused, problem);

    /// <summary>Nobody knows.</summary>
    public static HandOver Unknown(string problem) => new(HandOverOutcome.Unknown, problem);
}
