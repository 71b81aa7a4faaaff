namespace FinancialFirewall.Storage.Facts;

/// <summary>Collects facts in the order of their commits and makes chunks of them.</summary>
internal sealed class FactChunkBuilder
{
    // A record's place in the order as one number: the time since the chunk's first one, the partition, and the order of adding, which is that of sequences.
    private const int OrderBits = 12;
    private const int PartitionBits = 16;
    private const long LongestTime = 1L << (64 - OrderBits - PartitionBits);

    private readonly (FactKey Key, int Profile)[] records = new (FactKey, int)[FactChunk.Capacity];
    private readonly ulong[] order = new ulong[FactChunk.Capacity];
    private readonly ProfileTable profiles = new();

    // The latest time of each partition, by its number.
    private long[] latest = [];
    private long firstAt;
    private long lastAt;

    public int Count { get; private set; }

    public bool IsFull => Count == FactChunk.Capacity;

    public void Add(in FactKey key, in RecordProfile profile)
    {
        if (Count == 0)
        {
            Array.Fill(latest, long.MinValue);
            (firstAt, lastAt) = (long.MaxValue, long.MinValue);
        }

        if (key.Partition >= latest.Length)
        {
            var known = latest.Length;
            Array.Resize(ref latest, key.Partition + 1);
            Array.Fill(latest, long.MinValue, known, latest.Length - known);
        }

        // Sequences are found by their order, so a time that goes back inside a partition must not change it.
        var at = Math.Max(latest[key.Partition], key.At);
        latest[key.Partition] = at;
        (firstAt, lastAt) = (Math.Min(firstAt, at), Math.Max(lastAt, at));
        records[Count++] = (key with { At = at }, profiles.NumberOf(profile));
    }

    /// <summary>Adds all of a chunk, for which there must be room.</summary>
    public void Add(FactChunk chunk)
    {
        for (var i = 0; i < chunk.Count; i++)
        {
            Add(chunk[i], chunk.Profiles[chunk.ProfileOf(i)]);
        }
    }

    /// <summary>Makes a chunk of what was added and begins anew.</summary>
    public FactChunk Build()
    {
        Sort();
        var (at, partitions, sequences, profileOf) = (new long[Count], new ushort[Count], new long[Count], new ushort[Count]);
        for (var i = 0; i < Count; i++)
        {
            ref readonly var record = ref records[(int)order[i] & (FactChunk.Capacity - 1)];
            (at[i], partitions[i], sequences[i], profileOf[i]) = (record.Key.At, (ushort)record.Key.Partition, record.Key.Sequence, (ushort)record.Profile);
        }

        var chunk = new FactChunk(at, partitions, sequences, profileOf, profiles.ToArray());
        profiles.Clear();
        Count = 0;
        return chunk;
    }

    /// <summary>Makes <see cref="order"/> the numbers of the records in their order, in its lowest bits.</summary>
    private void Sort()
    {
        var all = order.AsSpan(0, Count);
        if (lastAt - firstAt >= LongestTime)
        {
            for (var i = 0; i < Count; i++)
            {
                all[i] = (ulong)i;
            }

            all.Sort((left, right) => records[left].Key.CompareTo(records[right].Key));
            return;
        }

        for (var i = 0; i < Count; i++)
        {
            ref readonly var key = ref records[i].Key;
            all[i] = ((((ulong)(key.At - firstAt) << PartitionBits) | (uint)key.Partition) << OrderBits) | (uint)i;
        }

        all.Sort();
    }
}
