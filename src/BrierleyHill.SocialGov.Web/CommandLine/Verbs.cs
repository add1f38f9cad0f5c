namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary>Every verb of the command line.</summary>
public static class Verbs
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Verb> All { get; } = [new MigrateVerb(), new VerifyAuditVerb(), new CreateManagerVerb()];

    /// <summary>The verb that the command line begins with, or <see langword="null"/> when the portal is to be served.</summary>
    public static Verb? Find(string[] args) =>
        args.Length == 0 ? null : All.FirstOrDefault(verb => string.Equals(verb.Name, args[0], StringComparison.Ordinal));
}
