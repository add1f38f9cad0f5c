namespace BrierleyHill.SocialGov.Web.Infrastructure.Settings;

/// <summary>The portal cannot start. The message is one line that a person can act on; it is printed instead of a stack trace.</summary>
public sealed class StartRefusedException : Exception
{
    /// <summary>What the process ends with: EX_CONFIG of BSD's sysexits.h.</summary>
    public const int ExitCode = 78;

    /// <summary>Without a message there is nothing to act on: use another constructor.</summary>
    public StartRefusedException()
    {
    }

    /// <summary>The line to print.</summary>
    public StartRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>The line to print, and what it came from.</summary>
    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
