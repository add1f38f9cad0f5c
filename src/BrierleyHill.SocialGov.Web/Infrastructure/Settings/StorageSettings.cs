namespace BrierleyHill.SocialGov.Web.Infrastructure.Settings;

/// <summary>Where the portal keeps its files: database (SQLite), keys, logs, and mail where no server is set.</summary>
/// <param name="Directory">The absolute path (<c>Storage:Directory</c>, relative to the program's folder; <c>App_Data</c> where nothing is set).</param>
public sealed record StorageSettings(string Directory)
{
    /// <summary>Reads the settings and makes the folder.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be made.</exception>
    public static StorageSettings Read(SettingsReader settings, IHostEnvironment environment)
    {
        var path = Path.GetFullPath(Path.Combine(environment.ContentRootPath, settings.Text("Storage:Directory", "App_Data", 1000)));
        try
        {
            System.IO.Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartRefusedException($"The setting Storage:Directory holds \"{path}\", which cannot be made or opened. It may hold a folder that the portal can write to.", failure);
        }

        return new StorageSettings(path);
    }

    /// <summary>A folder below it that nobody but the service's own account can read, made if it is not there.</summary>
    public string PrivateDirectory(string name)
    {
        var path = Path.Combine(Directory, name);
        if (!System.IO.Directory.Exists(path))
        {
            if (OperatingSystem.IsWindows())
            {
                System.IO.Directory.CreateDirectory(path);
            }
            else
            {
                System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return path;
    }
}
