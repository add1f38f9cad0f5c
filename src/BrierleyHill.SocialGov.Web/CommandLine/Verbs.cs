using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary>Every verb of the command line.</summary>
public static class Verbs
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Verb> All { get; } = [new MigrateVerb(), new VerifyAuditVerb(), new VerifyEvidenceVerb(), new CreateManagerVerb(), new VaultVerb(), new DeadlineVerb()];

    /// <summary>The verb that the command line begins with, or <see langword="null"/> when the portal is to be served.</summary>
    /// <exception cref="StartRefusedException">It begins with a word that is no verb: a typing mistake must not start the portal.</exception>
    public static Verb? Find(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-') || args[0].StartsWith('/'))
        {
            return null;
        }

        return All.FirstOrDefault(verb => string.Equals(verb.Name, args[0], StringComparison.Ordinal))
            ?? throw new StartRefusedException(
                $"There is no command of that name. There are: {string.Join(", ", All.Select(verb => verb.Name))}. Without a command the portal is served.");
    }
}
