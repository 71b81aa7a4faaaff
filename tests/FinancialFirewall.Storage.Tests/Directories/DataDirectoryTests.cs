using System.Text;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.Journals;
using FinancialFirewall.Storage.Tests.Segments;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Tests.Directories;

/// <summary>On real files and real threads.</summary>
public sealed class DataDirectoryTests : IDisposable
{
    private static readonly TenantId Demo = new("demo");
    private readonly string root = Path.Combine(Path.GetTempPath(), $"firewall-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task OpenAsync_WrittenBefore_FindsEverything()
    {
        using var disk = new FileSystemDisk(root);
        string id;
        await using (var first = (await DataDirectory.OpenAsync(Setup(disk))).Value)
        {
            id = first.Manifest.Id;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(partition => AppendAsync(first.Journal, partition, 200)));
            await first.Snapshots.SaveAsync(Demo, "p1", 200, new byte[] { 1 });
            Assert.True((await first.States.WriteAsync(new StateKey(Demo, "policy", "demo"), new byte[] { 5 }, null)).IsSuccess);
            Assert.InRange(first.Counters.Journal.Flushes, 200, 1_600);
            Assert.Equal(1_600, first.Counters.Journal.Records);
        }

        await using var second = (await DataDirectory.OpenAsync(Setup(disk))).Value;
        Assert.Equal(id, second.Manifest.Id);
        Assert.Equal(1_600, second.References.Count);
        Assert.InRange(second.Recovery.Journal.Records, 0, 1_600);
        Assert.Null(second.Recovery.Journal.TornTail);
        Assert.Equal(
            Enumerable.Range(1, 200).Select(i => $"3:{i}"), await JournalFixture.ReadAsync(second.Journal, Demo, 3), StringComparer.Ordinal);
        Assert.Equal(5, (await second.States.ReadAsync(new StateKey(Demo, "policy", "demo")))!.Bytes.Span[0]);
        Assert.Equal(200, (await second.Snapshots.LoadAsync(Demo, "p1")).Snapshot!.ThroughSequence);
        var candidates = new RecordAddress[4];
        Assert.Equal(1, await second.References.FindAsync(Demo, JournalFixture.HashOf("5:77"u8)!.Value, candidates));
        Assert.Equal(new RecordAddress(5, 77), candidates[0]);
    }

    [Fact]
    public async Task OpenAsync_InUse_IsRefusedAndVerifierSaysSo()
    {
        using var disk = new FileSystemDisk(root);
        using var other = new FileSystemDisk(root);
        await using (var held = (await DataDirectory.OpenAsync(Setup(disk))).Value)
        {
            Assert.Equal("DIRECTORY_LOCKED", (await DataDirectory.OpenAsync(Setup(other))).Errors[0].Code);
            Assert.Equal($"process {Environment.ProcessId}", (await new DataDirectoryVerifier(other, new TestMasterKeys()).VerifyAsync()).InUseBy);
        }

        await using var next = (await DataDirectory.OpenAsync(Setup(other))).Value;
    }

    [Fact]
    public async Task OpenAsync_NewerDirectory_NamesBothFormatsAndLetsTheLockGo()
    {
        using var disk = new FileSystemDisk(root);
        await (await DataDirectory.OpenAsync(Setup(disk))).Value.DisposeAsync();
        var manifest = Path.Combine(root, DirectoryManifest.FileName);
        var text = await File.ReadAllTextAsync(manifest);
        await File.WriteAllTextAsync(manifest, text.Replace("\"format\": 3", "\"format\": 4", StringComparison.Ordinal));
        var error = (await DataDirectory.OpenAsync(Setup(disk))).Errors[0];
        Assert.Equal(("STORAGE_NEWER", "4"), (error.Code, error.Value));
        Assert.Contains("format 4 and this program reads format 3", error.Message, StringComparison.Ordinal);

        await File.WriteAllTextAsync(manifest, text);
        await (await DataDirectory.OpenAsync(Setup(disk))).Value.DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_DirectoryOfTheFormatBefore_BecomesOneOfThePresentFormat()
    {
        using var disk = new FileSystemDisk(root);
        await (await DataDirectory.OpenAsync(Setup(disk))).Value.DisposeAsync();
        var manifest = Path.Combine(root, DirectoryManifest.FileName);
        var text = await File.ReadAllTextAsync(manifest);
        await File.WriteAllTextAsync(manifest, text.Replace("\"format\": 3", "\"format\": 2", StringComparison.Ordinal));

        await (await DataDirectory.OpenAsync(Setup(disk))).Value.DisposeAsync();

        Assert.Equal(text, await File.ReadAllTextAsync(manifest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\": \"x\"}")]
    public async Task OpenAsync_BrokenManifest_IsDamage(string text)
    {
        using var disk = new FileSystemDisk(root);
        Directory.CreateDirectory(root);
        await File.WriteAllTextAsync(Path.Combine(root, DirectoryManifest.FileName), text);
        Assert.Equal("STORAGE_DAMAGED", (await DataDirectory.OpenAsync(Setup(disk))).Errors[0].Code);
    }

    [Fact]
    public async Task OpenAsync_JournalWithoutManifest_IsDamage()
    {
        using var disk = new FileSystemDisk(root);
        await using (var directory = (await DataDirectory.OpenAsync(Setup(disk))).Value)
        {
            await AppendAsync(directory.Journal, 0, 1);
        }

        File.Delete(Path.Combine(root, DirectoryManifest.FileName));
        Assert.Equal("STORAGE_DAMAGED", (await DataDirectory.OpenAsync(Setup(disk))).Errors[0].Code);
    }

    [Fact]
    public async Task VerifyAsync_SoundDirectory_CountsEverythingAndChangesNothing()
    {
        using var disk = new FileSystemDisk(root);
        await WriteAsync(disk);
        var before = Fingerprint();
        var steps = new Steps();
        var report = await new DataDirectoryVerifier(disk, new TestMasterKeys()).VerifyAsync(steps);
        Assert.Equal(before, Fingerprint());
        Assert.True(report.IsSound);
        Assert.Null(report.InUseBy);
        Assert.Equal(DirectoryManifest.CurrentFormat, report.Manifest!.Format);
        Assert.Equal(1, report.Snapshots);
        Assert.Empty(report.TornTails);
        var partition = report.Partitions.Single(found => found is { Log: DataDirectory.JournalName, Partition: 4 });
        Assert.Equal((50, 1, 50, Demo), (partition.Records, partition.FirstSequence, partition.LastSequence, partition.Tenant));
        Assert.Equal(report.Files.Sum(file => file.Bytes) + 129, steps.Seen[^1].DoneBytes);
        Assert.Equal(steps.Seen[^1].TotalBytes, steps.Seen[^1].DoneBytes);
    }

    [Fact]
    public async Task VerifyAsync_Damages_NamesEachWithFileAndOffset()
    {
        using var disk = new FileSystemDisk(root);
        await WriteAsync(disk);
        Flip("journal/log-0000000001.ff", 200);
        Flip("snapshots/demo/p1-0000000000000000050.ff", 128);
        var report = await new DataDirectoryVerifier(disk, new TestMasterKeys()).VerifyAsync();
        Assert.False(report.IsSound);
        Assert.Equal(
            [("journal/log-0000000001.ff", 64L), ("snapshots/demo/p1-0000000000000000050.ff", 0L)],
            report.Damages.Select(damage => (damage.File, damage.Offset)));
    }

    private static async Task AppendAsync(IJournal journal, int partition, int count)
    {
        var batch = new RecordBatch();
        var epoch = journal.OpenEpoch(Demo, partition);
        for (var i = 1; i <= count; i++)
        {
            batch.Clear();
            var record = Encoding.UTF8.GetBytes($"{partition}:{i}");
            batch.Add(record, JournalFixture.HashOf(record));
            using var reservation = (await journal.ReserveAsync(batch.RequiredBytes)).Value;
            await journal.CommitAsync(journal.Append(Demo, partition, epoch, i, batch, reservation).Value);
        }
    }

    private static DataDirectorySetup Setup(IDisk disk) => new(
        disk, new TestMasterKeys(), TaskScheduler.Default, TimeProvider.System, () => (ulong)Random.Shared.NextInt64(), new TextFacts())
    {
        Log = new() { FileBytes = 64 * 1024, MinimumFreeBytes = 0 },
    };

    private static async Task WriteAsync(FileSystemDisk disk)
    {
        await using var directory = (await DataDirectory.OpenAsync(Setup(disk))).Value;
        await AppendAsync(directory.Journal, 4, 50);
        await directory.Snapshots.SaveAsync(Demo, "p1", 50, new byte[] { 1 });
        await directory.States.WriteAsync(new StateKey(Demo, "policy", "demo"), new byte[] { 5 }, null);
    }

    private void Flip(string file, int offset)
    {
        var path = Path.Combine(root, file);
        var content = File.ReadAllBytes(path);
        content[offset] ^= 4;
        File.WriteAllBytes(path, content);
    }

    private string Fingerprint() => string.Join('\n', Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith(DataDirectory.LockName, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));

    private sealed class Steps : IProgress<VerificationProgress>
    {
        public List<VerificationProgress> Seen { get; } = [];

        public void Report(VerificationProgress value) => Seen.Add(value);
    }
}
