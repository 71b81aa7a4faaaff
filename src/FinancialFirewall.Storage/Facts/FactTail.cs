using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Facts;

/// <summary>The facts of all records that are in the log and not in segments, in memory: so many as wait to be moved, and no more.</summary>
internal sealed class FactTail(IFactReader facts) : IRunFollower
{
    private readonly Lock access = new();
    private readonly Dictionary<TenantId, List<TailChunk>> tenants = [];
    private readonly List<(TenantId Tenant, FactKey Key, ulong Account, RecordProfile Profile)> staged = [];
    private long count;

    /// <summary>How many records there are.</summary>
    public long Count
    {
        get
        {
            lock (access)
            {
                return count;
            }
        }
    }

    public void Stage(TenantId tenant, in RunHeader header, ReadOnlySpan<byte> body)
    {
        var start = 4 * header.Count;
        for (var i = 0; i < header.Count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(body[(4 * i)..]);
            var found = facts.Read(body.Slice(start, length));
            var key = new FactKey(found.At.UnixMicroseconds, header.Partition, header.FirstSequence + i);
            staged.Add((tenant, key, found.AccountHash, found.Profile));
            start += length;
        }
    }

    public void Publish(uint file)
    {
        lock (access)
        {
            var (tenant, chunk) = (default(TenantId), default(TailChunk));
            foreach (ref readonly var entry in CollectionsMarshal.AsSpan(staged))
            {
                if (chunk is null || chunk.IsFull || entry.Tenant != tenant)
                {
                    (tenant, chunk) = (entry.Tenant, ChunkFor(entry.Tenant, file));
                }

                chunk.Add(entry.Key, entry.Account, entry.Profile);
            }

            count += staged.Count;
        }

        Drop();
    }

    public void Drop() => staged.Clear();

    public void Release(uint file)
    {
        lock (access)
        {
            foreach (var (_, chunks) in tenants)
            {
                count -= chunks.Where(chunk => chunk.File <= file).Sum(chunk => (long)chunk.Count);
                chunks.RemoveAll(chunk => chunk.File <= file);
            }
        }
    }

    /// <summary>What there is of a tenant now.</summary>
    public List<TailView> View(TenantId tenant)
    {
        lock (access)
        {
            return tenants.TryGetValue(tenant, out var chunks) ? chunks.ConvertAll(chunk => chunk.View()) : [];
        }
    }

    private TailChunk ChunkFor(TenantId tenant, uint file)
    {
        if (!tenants.TryGetValue(tenant, out var chunks))
        {
            tenants.Add(tenant, chunks = []);
        }

        var last = chunks.Count == 0 ? null : chunks[^1];
        if (last is null || last.File != file || last.IsFull)
        {
            // A table of profiles belongs to one log file, so that it goes with it.
            var profiles = last is { IsFull: true } && last.File == file && last.Profiles.Count < FactChunk.Capacity ? last.Profiles : new ProfileTable();
            chunks.Add(last = new TailChunk(file, profiles, last is { IsFull: true } ? FactChunk.Capacity : TailChunk.FirstCapacity));
        }

        return last;
    }
}
