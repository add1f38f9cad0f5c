using System.Reflection;

namespace BrierleyHill.SocialGov.BrowserTests.Support;

/// <summary>Where this build put things. The paths are written into the assembly as it is built, so that no file names a machine.</summary>
internal static class BuiltPortal
{
    /// <summary>The folder of the portal's project: its wwwroot is below it.</summary>
    public static string Folder { get; } = Read("PortalFolder");

    /// <summary>The portal's program.</summary>
    public static string Program { get; } = Path.Combine(Folder, Read("PortalProgram"));

    /// <summary>Where the pictures of the documents are.</summary>
    public static string Pictures { get; } = Read("PicturesFolder");

    private static string Read(string key) => typeof(BuiltPortal).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, key, StringComparison.Ordinal)).Value
        ?? throw new InvalidOperationException($"The build wrote no {key} into the test assembly.");
}
