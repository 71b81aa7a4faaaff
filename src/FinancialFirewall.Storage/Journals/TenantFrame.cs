using System.Buffers;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What one tenant appends to one commit: the frame as it will stand in the file, and what is to be indexed once it is there.</summary>
internal sealed class TenantFrame : IDisposable
{
    private const int FirstBytes = 16 * 1024;

    private readonly List<(PartitionRuns Partition, RunHeader Header, RunLocation Run)> runs = [];
    private readonly List<(ulong Hash, RecordAddress Address)> references = [];
    private byte[] buffer = [];

    public TenantId Tenant { get; private set; }

    /// <summary>The length of the frame so far, header included.</summary>
    public int Length { get; private set; }

    public long RecordCount { get; private set; }

    /// <summary>How many nonces the frame takes: one for itself and one for each run.</summary>
    public int NonceCount => 1 + runs.Count;

    /// <summary>What seals the frame; set before <see cref="Finish"/>.</summary>
    public TenantCipher? Cipher { get; set; }

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, Length);

    /// <summary>The length of the buffer.</summary>
    public int BufferBytes => buffer.Length;

    /// <summary>Begins an empty frame.</summary>
    public void Begin(TenantId tenant)
    {
        Tenant = tenant;
        Length = FrameHeader.Length;
        RecordCount = 0;
        buffer = buffer.Length == 0 ? ArrayPool<byte>.Shared.Rent(FirstBytes) : buffer;
    }

    /// <summary>Adds a batch as one run.</summary>
    public void Add(PartitionRuns partition, long epoch, long firstSequence, RecordBatch batch)
    {
        var header = new RunHeader(partition.Partition, epoch, firstSequence, batch.Count, batch.RecordBytes);
        Grow(Length + header.RunLength);
        var run = buffer.AsSpan(Length, header.RunLength);
        batch.Lengths.CopyTo(run[RunHeader.Length..]);
        batch.Records.CopyTo(run[(RunHeader.Length + (4 * batch.Count))..]);
        runs.Add((partition, header, new RunLocation(firstSequence, Length, 0, header.RunLength, batch.Count)));
        AddReferences(partition.Partition, firstSequence, batch.ReferenceHashes);
        Length += header.RunLength;
        RecordCount += batch.Count;
    }

    /// <summary>Shows the runs to a follower, where there is one, seals them, writes the header before them and returns its checksum.</summary>
    public uint Finish(
        long commit, int ordinal, FrameFlags flags, Instant written, uint previousCrc, LogFileSeal file, NonceSequence nonces, IRunFollower? follower)
    {
        var cipher = Cipher ?? throw new InvalidOperationException($"The frame of '{Tenant}' has no cipher.");
        Span<byte> nonce = stackalloc byte[TenantCipher.NonceLength];
        var counter = nonces.Take(nonce);
        var crc = Checksum.Of([]);
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(runs))
        {
            // All that is to be done with a run while it is near: the whole frame is larger than a cache.
            var run = buffer.AsSpan((int)entry.Run.Offset, entry.Run.Length);
            follower?.Stage(Tenant, entry.Header, run[RunHeader.Length..]);
            entry.Header.Seal(run, cipher, nonces);
            crc = Checksum.Of(run, crc);
        }

        return new FrameHeader(Length - FrameHeader.Length, runs.Count, commit, ordinal, flags, written, previousCrc, crc, Tenant, cipher.KeyNumber, counter)
            .Write(buffer, file, cipher);
    }

    /// <summary>Makes the runs readable, now that the frame is on disk at <paramref name="offset"/>.</summary>
    public void Publish(uint file, long offset)
    {
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(runs))
        {
            entry.Partition.Add(entry.Run with { File = file, Offset = entry.Run.Offset + offset });
        }
    }

    /// <summary>Makes the references findable.</summary>
    public void PublishReferences(uint file, ReferenceTable index) => index.Add(file, Tenant, CollectionsMarshal.AsSpan(references));

    /// <summary>Ends the frame; its buffer stays for the next one.</summary>
    public void End()
    {
        runs.Clear();
        references.Clear();
        Cipher = null;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void AddReferences(int partition, long firstSequence, ReadOnlySpan<ulong?> hashes)
    {
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] is { } hash)
            {
                references.Add((hash, new RecordAddress(partition, firstSequence + i)));
            }
        }
    }

    private void Grow(int needed)
    {
        if (needed <= buffer.Length)
        {
            return;
        }

        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * buffer.Length));
        buffer.AsSpan(0, Length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = grown;
    }
}
