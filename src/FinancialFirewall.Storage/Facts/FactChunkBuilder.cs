namespace FinancialFirewall.Storage.Facts;

/// <summary>Collects facts in the order of their commits and makes chunks of them.</summary>
internal sealed class FactChunkBuilder
{
    private readonly (FactKey Key, int Profile)[] records = new (FactKey, int)[FactChunk.Capacity];
    private readonly Dictionary<int, long> latest = [];
    private readonly ProfileTable profiles = new();
    private bool isSorted = true;

    public int Count { get; private set; }

    public bool IsFull => Count == FactChunk.Capacity;

    public void Add(in FactKey key, in RecordProfile profile)
    {
        // Sequences are found by their order, so a time that goes back inside a partition must not change it.
        var before = latest.GetValueOrDefault(key.Partition, long.MinValue);
        var added = key with { At = Math.Max(before, key.At) };
        latest[key.Partition] = added.At;
        isSorted &= Count == 0 || records[Count - 1].Key < added;
        records[Count++] = (added, profiles.NumberOf(profile));
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
        var all = records.AsSpan(0, Count);
        if (!isSorted)
        {
            all.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        }

        var (at, partitions, sequences, profileOf) = (new long[Count], new ushort[Count], new long[Count], new ushort[Count]);
        for (var i = 0; i < Count; i++)
        {
            var key = all[i].Key;
            (at[i], partitions[i], sequences[i], profileOf[i]) = (key.At, (ushort)key.Partition, key.Sequence, (ushort)all[i].Profile);
        }

        var chunk = new FactChunk(at, partitions, sequences, profileOf, profiles.ToArray());
        profiles.Clear();
        latest.Clear();
        (Count, isSorted) = (0, true);
        return chunk;
    }
}
