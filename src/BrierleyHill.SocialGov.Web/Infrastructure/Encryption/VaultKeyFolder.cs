using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace BrierleyHill.SocialGov.Web.Infrastructure.Encryption;

/// <summary>One file of the folder: a key as ASP.NET Core Data Protection writes it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Text">The file as it is.</param>
/// <param name="Element">What it says, or <see langword="null"/> when it is not whole.</param>
internal sealed record VaultKeyFile(Guid Id, string Text, XElement? Element);

/// <summary>
/// The folder of the vault's keys, on the disk. A key is on the disk for good before anything is encrypted under it, and one file that is
/// not whole does not take the others away: both are why Data Protection's own file repository is not used.
/// </summary>
/// <param name="path">The absolute path.</param>
internal sealed class VaultKeyFolder(string path)
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Unfinished = ".part";

    public string Path => path;

    public bool Exists => Directory.Exists(path);

    /// <summary>Whether other accounts of the machine may look into it. On Windows the folder inherits who may, and the answer is no.</summary>
    public bool IsOpenToOthers => !OperatingSystem.IsWindows() && Exists && (File.GetUnixFileMode(path) & ~OwnerAlone) != UnixFileMode.None;

    /// <summary>Takes other accounts' rights away.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another account's folder.</exception>
    public void CloseToOthers()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OwnerAlone);
        }
    }

    /// <summary>Every key file, in no order.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public IReadOnlyList<VaultKeyFile> ReadKeys() =>
    [
        .. Directory.EnumerateFiles(path, "key-*.xml").Order(StringComparer.Ordinal)
            .Select(file => (Name: System.IO.Path.GetFileNameWithoutExtension(file), Text: TextOf(file)))
            .Where(file => file.Text is not null && Guid.TryParse(file.Name.AsSpan("key-".Length), out _))
            .Select(file => Parse(Guid.Parse(file.Name.AsSpan("key-".Length)), file.Text!)),
    ];

    /// <summary>The keys whose secrets were given up.</summary>
    public IReadOnlySet<Guid> ReadGivenUp() =>
        Directory.EnumerateFiles(path, "given-up-*.txt")
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)["given-up-".Length..])
            .Where(id => Guid.TryParse(id, out _))
            .Select(Guid.Parse)
            .ToHashSet();

    /// <summary>Writes a key. When this returns it is there after a power cut too.</summary>
    public void WriteKey(Guid id, XElement element) => Write($"key-{id:D}.xml", element.ToString());

    /// <summary>Writes down that the secrets under a key are given up: the start no longer asks for it.</summary>
    public void WriteGivenUp(Guid id, DateTime at) => Write(
        $"given-up-{id:D}.txt",
        string.Create(CultureInfo.InvariantCulture, $"The secrets under the key {id:D} were given up at {at:u} by “vault rekey --abandon-lost”. Should the key be found again, put it here as key-{id:D}.xml: they open again.\n"));

    /// <summary>Deletes a key.</summary>
    public void Delete(Guid id) => File.Delete(System.IO.Path.Combine(path, $"key-{id:D}.xml"));

    private static string? TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (FileNotFoundException)
        {
            // Removed since the folder was listed.
            return null;
        }
    }

    private static VaultKeyFile Parse(Guid id, string text)
    {
        try
        {
            var element = XElement.Parse(text);
            return new VaultKeyFile(id, text, (Guid?)element.Attribute("id") == id && (DateTimeOffset?)element.Element("activationDate") is not null ? element : null);
        }
        catch (Exception broken) when (broken is XmlException or FormatException)
        {
            return new VaultKeyFile(id, text, null);
        }
    }

    private void Write(string name, string text)
    {
        if (!Exists)
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerAlone);
            }
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var target = System.IO.Path.Combine(path, name);
        var part = $"{target}.{Guid.NewGuid():N}{Unfinished}";
        using (var file = new FileStream(part, options))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(part, target, overwrite: true);
        // Its new name, too, is to be on the disk: flushing the file by that name takes the folder's entry along on the usual file systems.
        using var moved = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        moved.Flush(flushToDisk: true);
    }
}
