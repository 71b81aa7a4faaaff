using System.Buffers;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Snapshots;

/// <summary>
/// States that spare a start from reading the journal from its beginning. A snapshot is there whole or not at all; the newest two of a name are kept. They
/// are a convenience and never the only copy: one that is damaged is skipped and reported, since the journal still has everything.
/// </summary>
/// <param name="disk">Where they are.</param>
/// <param name="directory">Their directory, with one for each tenant in it.</param>
/// <param name="keys">Seal and open them.</param>
/// <param name="nextRandom">Gives their nonces.</param>
/// <param name="time">Stamps them.</param>
public sealed class SnapshotStore(IDisk disk, string directory, PurposeKeys keys, Func<ulong> nextRandom, TimeProvider time)
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
    public ValueTask SaveAsync(TenantId tenant, string name, long throughSequence, ReadOnlyMemory<byte> bytes)
        => SaveAsync(tenant, name, throughSequence, bytes, Kept);

    /// <summary>Keeps a state, and deletes every other of its name, newer ones too.</summary>
    /// <inheritdoc cref="SaveAsync(TenantId, string, long, ReadOnlyMemory{byte})"/>
    public ValueTask ReplaceAllAsync(TenantId tenant, string name, long throughSequence, ReadOnlyMemory<byte> bytes)
        => SaveAsync(tenant, name, throughSequence, bytes, kept: 1);

    private async ValueTask SaveAsync(TenantId tenant, string name, long throughSequence, ReadOnlyMemory<byte> bytes, int kept)
    {
        SnapshotFileName.Check(name);
        ArgumentOutOfRangeException.ThrowIfNegative(throughSequence);
        if (bytes.Length > MaximumBytes)
        {
            throw new ArgumentException($"A snapshot of {bytes.Length} bytes is longer than {MaximumBytes}.", nameof(bytes));
        }

        var home = await CreateHomeAsync(tenant);
        var fileName = SnapshotFileName.Of(name, throughSequence);
        var path = $"{home}/{fileName}";
        await disk.DeleteAsync(path + Unfinished);
        await WriteAsync(path + Unfinished, fileName, tenant, throughSequence, bytes);
        await disk.RenameAsync(path + Unfinished, path);
        await disk.SyncDirectoryAsync(home);
        await DeleteOldAsync(home, name, throughSequence, kept);
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
            var (snapshot, damage) = await ReadAsync(disk, keys, $"{home}/{SnapshotFileName.Of(name, sequences[i])}", tenant, sequences[i]);
            if (damage is null)
            {
                return new SnapshotLoad(snapshot, skipped);
            }

            skipped.Add(damage);
        }

        return new SnapshotLoad(null, skipped);
    }

    /// <summary>Reads and proves one file; without keys only its checksums, and then the snapshot is as it was sealed.</summary>
    internal static async ValueTask<(Snapshot? Snapshot, StorageDamage? Damage)> ReadAsync(
        IDisk disk, PurposeKeys? keys, string path, TenantId tenant, long sequence)
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

        problem ??= keys is null ? null : Open(keys, header, bytes.AsSpan(0, read), path);
        return problem is null ? (new Snapshot(sequence, bytes.AsMemory(SnapshotHeader.Length)), null) : (null, Damaged(path, problem));
    }

    private static string? Open(PurposeKeys keys, in SnapshotHeader header, Span<byte> bytes, string path)
        => keys.Find(header.Tenant, header.KeyNumber) is { } cipher
            ? header.Open(bytes, cipher, path[(path.LastIndexOf('/') + 1)..])
            : $"it is sealed by key {header.KeyNumber} of '{header.Tenant}', which the directory does not have.";

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

    private async ValueTask WriteAsync(string path, string fileName, TenantId tenant, long throughSequence, ReadOnlyMemory<byte> bytes)
    {
        var cipher = await keys.GetCurrentAsync(tenant);
        var buffer = ArrayPool<byte>.Shared.Rent(SnapshotHeader.Length + bytes.Length);
        try
        {
            var whole = buffer.AsMemory(0, SnapshotHeader.Length + bytes.Length);
            new SnapshotHeader(throughSequence, Instant.From(time.GetUtcNow()), bytes.Length, tenant).Seal(bytes.Span, whole.Span, cipher, nextRandom, fileName);
            await using var file = await disk.CreateAsync(path, DiskFileUse.WriteOnce);
            await file.WriteAsync(0, [whole]);
            await file.FlushAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask DeleteOldAsync(string home, string name, long saved, int kept)
    {
        var sequences = await ListAsync(home, name);
        sequences.RemoveAll(sequence => sequence == saved || (sequence > saved && kept > 1));
        for (var i = 0; i < sequences.Count - (kept - 1); i++)
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
