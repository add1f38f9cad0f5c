using System.Text;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Files;

/// <summary>Files on the disk: private, encrypted, checked when they are read, and tidied away when nothing needs them.</summary>
public sealed class FileStoreTests : IAsyncLifetime
{
    private PortalServices _portal = null!;
    private Actor _by = null!;

    private FileStore Store => _portal.Services.GetRequiredService<FileStore>();

    private string Folder => Path.Combine(_portal.StorageDirectory, "files");

    private DateTime Now => _portal.Clock.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync()
    {
        _portal = await PortalServices.StartAsync(also: services => services.AddFiles());
        _by = new Actor(await _portal.AddPersonAsync("Aisha"), "Aisha Person", BrierleyHill.SocialGov.Domain.People.Roles.None);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private async Task<StoredFile> KeepAsync(byte[] content, string name = "a.pdf") =>
        (await Store.KeepAsync(content, name, FileType.Pdf, FilePurpose.TrainingCertificate, "File", _by, Now, CancellationToken.None)).Value;

    private Task<Result<StoredFile>> TakeInAsync(byte[]? content, string name = "a.pdf") => Store.TakeInAsync(
        content is null ? null : new FormFile(new MemoryStream(content), 0, content.Length, "File", name), "File", FilePurpose.TrainingCertificate, _by, Now, CancellationToken.None);

    private Task SaveAsync(StoredFile file) => _portal.DoAsync(async database =>
    {
        database.StoredFiles.Add(file);
        await database.SaveChangesAsync();
    });

    [Fact]
    public async Task A_file_is_encrypted_under_a_random_name_that_only_the_service_can_read()
    {
        var content = Trainings.Pdf(mark: "The secret mark");

        var file = (await TakeInAsync(content, "../../Secret name.pdf")).Value;

        var path = Assert.Single(Directory.EnumerateFileSystemEntries(Folder));
        Assert.Equal(file.StoredName, Path.GetFileName(path));
        Assert.DoesNotContain("Secret", path, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Secret name.pdf", file.Name);
        var onDisk = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
        Assert.DoesNotContain("The secret mark", onDisk, StringComparison.Ordinal);
        Assert.DoesNotContain("%PDF", onDisk, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        }

        Assert.Equal(content, await Store.ReadAsync(file, CancellationToken.None));
        Assert.NotEqual(file.StoredName, (await TakeInAsync(content)).Value.StoredName);
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_one_byte_more_is_not()
    {
        Assert.Equal(FileStore.LargestFile, (await TakeInAsync(Trainings.Pdf(FileStore.LargestFile))).Value.Length);
        Assert.Equal(FileErrors.TooLarge("File", 10), (await TakeInAsync(Trainings.Pdf(FileStore.LargestFile + 1))).Error);
        Assert.Equal(FileErrors.Missing("File"), (await TakeInAsync(null)).Error);
        Assert.Equal(FileErrors.Empty("File"), (await TakeInAsync([])).Error);
        Assert.Equal("File.NotTaken", (await TakeInAsync("MZ"u8.ToArray())).Error?.Code);
        Assert.Single(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public async Task A_file_that_is_missing_changed_cut_off_or_swapped_is_not_given_out()
    {
        var (changed, cut, one, other, missing) = (
            await KeepAsync(Trainings.Pdf(mark: "1")), await KeepAsync(Trainings.Pdf(mark: "2")), await KeepAsync(Trainings.Pdf(mark: "3")),
            await KeepAsync(Trainings.Pdf(mark: "4")), await KeepAsync(Trainings.Pdf(mark: "5")));
        string On(StoredFile file) => Path.Combine(Folder, file.StoredName);
        var bytes = await File.ReadAllBytesAsync(On(changed));
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(On(changed), bytes);
        await File.WriteAllBytesAsync(On(cut), []);
        File.Copy(On(one), On(other), overwrite: true);
        File.Delete(On(missing));

        foreach (var damaged in new[] { changed, cut, other, missing })
        {
            Assert.Null(await Store.ReadAsync(damaged, CancellationToken.None));
        }

        Assert.NotNull(await Store.ReadAsync(one, CancellationToken.None));
    }

    [Fact]
    public async Task Tidying_takes_what_was_removed_at_once_and_what_was_never_saved_after_a_day()
    {
        var (kept, removed) = (await KeepAsync(Trainings.Pdf(mark: "kept")), await KeepAsync(Trainings.Pdf(mark: "removed")));
        await SaveAsync(kept);
        removed.Remove(_by, Now);
        await SaveAsync(removed);
        var orphan = await KeepAsync(Trainings.Pdf(mark: "orphan"));
        var unfinished = Path.Combine(Folder, new string('a', 32) + ".part");
        await File.WriteAllTextAsync(unfinished, "half");
        File.SetLastWriteTimeUtc(unfinished, Now);
        var strange = Path.Combine(Folder, "README");
        await File.WriteAllTextAsync(strange, "not ours");
        File.SetLastWriteTimeUtc(strange, Now.AddYears(-1));
        HashSet<string> Left() => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path))];

        Assert.Equal(1, await _portal.RunAsync<TidyFiles>());
        Assert.Equal([kept.StoredName, orphan.StoredName, "README", new string('a', 32) + ".part"], Left(), new HashSetComparer());

        _portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await _portal.RunAsync<TidyFiles>());

        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        // Whose form they came by nobody knows, and one about an incident must not be counted.
        Assert.Equal(0, await _portal.RunAsync<TidyFiles>());
        Assert.Equal([kept.StoredName, "README"], Left(), new HashSetComparer());
    }

    [Fact]
    public async Task Tidying_throws_nothing_away_where_the_database_knows_of_no_file_at_all()
    {
        await KeepAsync(Trainings.Pdf());
        _portal.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(0, await _portal.RunAsync<TidyFiles>());
        Assert.Single(Directory.EnumerateFiles(Folder));
    }

    [Fact]
    public async Task Another_instance_with_the_same_keys_reads_the_file()
    {
        var file = await KeepAsync(Trainings.Png);
        await using var second = await PortalServices.StartAsync(also: services => services.AddFiles(), beside: _portal);

        Assert.Equal(Trainings.Png, await second.Services.GetRequiredService<FileStore>().ReadAsync(file, CancellationToken.None));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_and_nothing_is_left_on_it()
    {
        await using var full = await PortalServices.StartAsync(
            also: services => services.AddFiles().AddSingleton<FileStore, FullDisk>(), beside: _portal);
        var store = full.Services.GetRequiredService<FileStore>();

        var kept = await store.TakeInAsync(
            new FormFile(new MemoryStream(Trainings.Pdf(100_000)), 0, 100_000, "File", "a.pdf"), "File", FilePurpose.TrainingCertificate, _by, Now, CancellationToken.None);

        Assert.Equal(FileErrors.NotKept("File"), kept.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
        Assert.Contains(full.Log.Lines, line => line.Contains("could not be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_real_disk_that_is_full_is_told_and_nothing_is_left_on_it()
    {
        // Only where the tests may mount one: elsewhere the test above stands for it.
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return;
        }

        var small = Directory.CreateTempSubdirectory("social-gov-small-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", small) != 0)
        {
            Directory.Delete(small);
            return;
        }

        try
        {
            await using var portal = await PortalServices.StartAsync(
                also: services => services.AddFiles().AddSingleton(new BrierleyHill.SocialGov.Web.Infrastructure.Settings.StorageSettings(small)), beside: _portal);
            var store = portal.Services.GetRequiredService<FileStore>();
            Task<Result<KeptContent>> WriteAsync(int length) =>
                store.WriteAsync(Trainings.Pdf(length), FileType.Pdf, FilePurpose.IncidentEvidence, "Files", Now, CancellationToken.None);

            var first = await WriteAsync(50_000);
            var second = await WriteAsync(400_000);
            var third = await WriteAsync(50_000);

            Assert.False(first.IsRefused);
            Assert.Equal(FileErrors.NotKept("Files"), second.Error);
            Assert.False(third.IsRefused);
            Assert.Equal(2, Directory.EnumerateFileSystemEntries(Path.Combine(small, "files")).Count());
        }
        finally
        {
            await RunAsync("umount", small);
            Directory.Delete(small);
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>A disk that takes some bytes, then no more.</summary>
    private sealed class FullDisk(
        Microsoft.AspNetCore.DataProtection.IDataProtectionProvider protection,
        BrierleyHill.SocialGov.Web.Infrastructure.Settings.StorageSettings storage,
        Microsoft.Extensions.Logging.ILogger<FileStore> log) : FileStore(protection, storage, log)
    {
        protected override Stream Create(string path) => new FailingStream(base.Create(path));
    }

    private sealed class FailingStream(Stream inner) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(buffer[..1000], cancellationToken);
            await inner.FlushAsync(cancellationToken);
            throw new IOException("No space left on device");
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await base.DisposeAsync();
        }
    }

    private sealed class HashSetComparer : IEqualityComparer<IEnumerable<string>>
    {
        public bool Equals(IEnumerable<string>? x, IEnumerable<string>? y) => x!.ToHashSet(StringComparer.Ordinal).SetEquals(y!);

        public int GetHashCode(IEnumerable<string> obj) => 0;
    }
}
