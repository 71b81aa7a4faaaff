using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Snapshots;

/// <summary>
/// States that spare a start from reading the journal from its beginning. A snapshot is there whole or not at all; the newest two of a name are kept. They
/// are a convenience and never the only copy: one that is damaged is skipped and reported, since the journal still has everything.
/// </summary>
/// <param name="disk">Where they are.</param>
/// <param name="directory">Their directory, with one for each tenant in it.</param>
/// <param name="time">Stamps them.</param>
public sealed class SnapshotStore(IDisk disk, string directory, TimeProvider time)
{
    /// <summary>How many snapshots of a name are kept.</summary>
    public const int Kept = 2;

    /// <summary>The longest snapshot, in bytes.</summary>
    public const int MaximumBytes = 1 << 30;

    private const string Unfinished = ".tmp";

    /// <summary>
    /// Keeps a state, durably when the task completes. Save only what includes committed records alone. One name is saved by one caller at a time.
    /// </summary>
    /// <param name="tenant">Whose state it is.</param>
    /// <param name="name">1 to 60 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</param>
    /// <param name="throughSequence">The sequence of the last record that it includes.</param>
    /// <param name="bytes">The state, unchanged until the task completes.</param>
    /// <exception cref="IOException">The disk could not keep it; the earlier ones are as they were.</exception>
    public async ValueTask SaveAsync(TenantId tenant, string name, long throughSequence, ReadOnlyMemory<byte> bytes)
    {
        SnapshotFileName.Check(name);
        ArgumentOutOfRangeException.ThrowIfNegative(throughSequence);
        if (bytes.Length > MaximumBytes)
        {
            throw new ArgumentException($"A snapshot of {bytes.Length} bytes is longer than {MaximumBytes}.", nameof(bytes));
        }

        var home = await CreateHomeAsync(tenant);
        var path = $"{home}/{SnapshotFileName.Of(name, throughSequence)}";
        await disk.DeleteAsync(path + Unfinished);
        await WriteAsync(path + Unfinished, tenant, throughSequence, bytes);
        await disk.RenameAsync(path + Unfinished, path);
        await disk.SyncDirectoryAsync(home);
        await DeleteOldAsync(home, name, throughSequence);
    }

    /// <summary>Reads the newest sound snapshot of a name.</summary>
    /// <exception cref="IOException">The disk could not read.</exception>
    public async ValueTask<SnapshotLoad> LoadAsync(TenantId tenant, string name, CancellationToken cancellationToken = default)
    {
        SnapshotFileName.Check(name);
        var home = $"{directory}/{tenant.Name}";
        var skipped = new List<StorageDamage>();
        var sequences = await ListAsync(home, name);
        for (var i = sequences.Count - 1; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (snapshot, damage) = await ReadAsync(disk, $"{home}/{SnapshotFileName.Of(name, sequences[i])}", tenant, sequences[i]);
            if (damage is null)
            {
                return new SnapshotLoad(snapshot, skipped);
            }

            skipped.Add(damage);
        }

        return new SnapshotLoad(null, skipped);
    }

    internal static async ValueTask<(Snapshot? Snapshot, StorageDamage? Damage)> ReadAsync(IDisk disk, string path, TenantId tenant, long sequence)
    {
        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var length = await file.GetLengthAsync();
        if (length > MaximumBytes + SnapshotHeader.Length)
        {
            return (null, Damaged(path, $"it has {length} bytes, more than any snapshot."));
        }

        var bytes = new byte[length];
        var read = await file.ReadAsync(0, bytes);
        var (header, problem) = SnapshotHeader.Read(bytes.AsSpan(0, read));
        if (problem is null && (header.Tenant != tenant || header.ThroughSequence != sequence))
        {
            problem = $"it is {header.Tenant}'s through record {header.ThroughSequence}, under another name.";
        }

        return problem is null ? (new Snapshot(sequence, bytes.AsMemory(SnapshotHeader.Length)), null) : (null, Damaged(path, problem));
    }

    private static StorageDamage Damaged(string path, string problem)
        => new(path, 0, problem, "An older snapshot and the journal replace it; check the disk.");

    private async ValueTask<string> CreateHomeAsync(TenantId tenant)
    {
        var home = $"{directory}/{tenant.Name}";
        if (!await disk.ExistsAsync(home))
        {
            await disk.CreateDirectoryAsync(home);
            await disk.SyncDirectoryAsync(directory);
        }

        return home;
    }

    private async ValueTask WriteAsync(string path, TenantId tenant, long throughSequence, ReadOnlyMemory<byte> bytes)
    {
        var header = new byte[SnapshotHeader.Length];
        new SnapshotHeader(throughSequence, Instant.From(time.GetUtcNow()), bytes.Length, Checksum.Of(bytes.Span), tenant).Write(header);
        await using var file = await disk.CreateAsync(path, DiskFileUse.Write);
        await file.WriteAsync(0, [header, bytes]);
        await file.FlushAsync();
    }

    private async ValueTask DeleteOldAsync(string home, string name, long saved)
    {
        var sequences = await ListAsync(home, name);
        sequences.RemoveAll(sequence => sequence >= saved);
        for (var i = 0; i < sequences.Count - (Kept - 1); i++)
        {
            await disk.DeleteAsync($"{home}/{SnapshotFileName.Of(name, sequences[i])}");
        }
    }

    private async ValueTask<List<long>> ListAsync(string home, string name)
    {
        var sequences = new List<long>();
        foreach (var entry in await disk.ListAsync(home))
        {
            if (SnapshotFileName.TryParse(entry.Name, out var found, out var sequence) && string.Equals(found, name, StringComparison.Ordinal))
            {
                sequences.Add(sequence);
            }
        }

        return sequences;
    }
}
