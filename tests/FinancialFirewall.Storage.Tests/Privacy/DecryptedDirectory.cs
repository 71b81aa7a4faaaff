using System.Text;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.Snapshots;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Privacy;

/// <summary>Reads a data directory as somebody can who has the master key: every file as it is, and everything in it that any key on the disk opens.</summary>
internal sealed class DecryptedDirectory(SimulatedDisk disk, Keyring keyring) : ILogVisitor
{
    private readonly List<byte[]> pieces = [];

    /// <summary>How many pieces were opened.</summary>
    public int Count => pieces.Count;

    /// <summary>How often a text is anywhere.</summary>
    public int CountOf(string text) => pieces.Sum(piece => Encoding.Latin1.GetString(piece).Split(text).Length - 1);

    public async Task ReadAsync()
    {
        pieces.AddRange(disk.Files.Select(disk.Content));
        foreach (var directory in new[] { DataDirectory.JournalName, await GenerationAsync() })
        {
            var keys = keyring.For(directory == DataDirectory.JournalName ? KeyPurpose.Journal : KeyPurpose.States);
            var numbers = await LogRecovery.ListAsync(disk, directory);
            for (var i = 0; i < numbers.Count; i++)
            {
                await new LogFileWalk(disk, directory, keys, numbers[i], i == numbers.Count - 1, null, this).RunAsync(default);
            }
        }

        await ReadSegmentsAsync();
        await ReadSnapshotsAsync();
    }

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body) => pieces.Add(body.ToArray());

    public string? EndCommit() => null;

    public void DropCommit()
    {
        // What is cut off was read, which only makes the search stricter.
    }

    public ValueTask EndFrameAsync() => ValueTask.CompletedTask;

    private async Task<string> GenerationAsync()
        => (await disk.ListAsync(DataDirectory.StatesName)).Where(entry => StateGenerations.Parse(entry) is not null).Select(entry => $"{DataDirectory.StatesName}/{entry.Name}").Last();

    private async Task ReadSegmentsAsync()
    {
        var (persons, damage) = await PersonKeyStore.OpenAsync(disk, keyring.For(KeyPurpose.Persons), static () => 0);
        Assert.Null(damage);
        foreach (var tenant in persons.Tenants)
        {
            var writer = new PackedWriter();
            persons.Find(tenant)!.Write(writer);
            pieces.Add(writer.Written.ToArray());
        }

        var setup = new SegmentStoreSetup(
            disk, DataDirectory.SegmentsName, keyring.For(KeyPurpose.Segments), persons, TaskScheduler.Default, TimeProvider.System, static () => 0, new Storage.Facts.AssessmentFactReader());
        foreach (var entry in (await SegmentManifest.ReadAsync(disk, DataDirectory.SegmentsName)).Value.Segments)
        {
            var segment = await Segment.OpenAsync(setup, $"{DataDirectory.SegmentsName}/{entry.Tenant.Name}/{entry.Name}", 1, entry, new BlockCache(1024 * 1024));
            await ReadRecordsAsync(segment, null);
            await ReadRecordsAsync(segment, new RecordOpener(persons.Find(entry.Tenant)!));
            await segment.ReleaseAsync();
        }
    }

    private async Task ReadRecordsAsync(Segment segment, IRecordOpener? opener)
    {
        var batch = new JournalBatch();
        foreach (var range in segment.Footer.Records.Partitions)
        {
            for (var next = range.FirstSequence; next <= range.LastSequence; next += batch.Count)
            {
                await segment.LoadAsync(batch, range.Partition, next, opener);
                pieces.AddRange(Enumerable.Range(0, batch.Count).Select(i => batch[i].ToArray()));
            }
        }
    }

    private async Task ReadSnapshotsAsync()
    {
        foreach (var home in await disk.ListAsync(DataDirectory.SnapshotsName))
        {
            foreach (var entry in await disk.ListAsync($"{DataDirectory.SnapshotsName}/{home.Name}"))
            {
                if (SnapshotFileName.TryParse(entry.Name, out _, out var sequence))
                {
                    var path = $"{DataDirectory.SnapshotsName}/{home.Name}/{entry.Name}";
                    var (snapshot, _) = await SnapshotStore.ReadAsync(disk, keyring.For(KeyPurpose.Snapshots), path, new TenantId(home.Name), sequence);
                    pieces.Add(snapshot?.Bytes.ToArray() ?? []);
                }
            }
        }
    }
}
