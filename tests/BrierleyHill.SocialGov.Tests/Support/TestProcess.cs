using System.Runtime.CompilerServices;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>What holds for the whole process that runs the tests.</summary>
internal static class TestProcess
{
    /// <summary>No portal of a test has the system watch its files: the system allows a process some 128 watches, and there are more portals.</summary>
    [ModuleInitializer]
    internal static void WatchNoFiles()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("ASPNETCORE_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
