using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Segments;

/// <summary>The chunks of facts in a segment in the order of their commits, and which profiles occur in which of them.</summary>
internal sealed class ChunkDirectory
{
    /// <summary>With more profiles than this a segment does not say which chunk has which: a query then opens chunks in vain.</summary>
    public const int MaximumProfiles = 65_536;

    private readonly List<ChunkPlace> chunks = [];
    private readonly ProfileTable profiles = new();
    private readonly List<List<int>> chunksOf = [];

    public int Count => chunks.Count;

    /// <summary>Whether it says which profiles occur where.</summary>
    public bool KnowsProfiles { get; private set; } = true;

    public ChunkPlace this[int chunk] => chunks[chunk];

    /// <summary>The time of the newest record; the lowest of all numbers where there is none.</summary>
    public long LastAt { get; private set; } = long.MinValue;

    /// <summary>The time of the oldest record.</summary>
    public long FirstAt { get; private set; } = long.MaxValue;

    public long RecordCount { get; private set; }

    public void Add(in ChunkPlace place, IReadOnlyList<RecordProfile> found)
    {
        foreach (var profile in KnowsProfiles ? found : [])
        {
            var number = profiles.NumberOf(profile);
            if (number == chunksOf.Count)
            {
                chunksOf.Add([]);
            }

            chunksOf[number].Add(chunks.Count);
        }

        AddPlace(place);
        if (profiles.Count > MaximumProfiles)
        {
            KnowsProfiles = false;
            profiles.Clear();
            chunksOf.Clear();
        }
    }

    /// <summary>The chunks with a record whose profile matches, newest first.</summary>
    public List<int> Find(Func<RecordProfile, bool> matches)
    {
        var wanted = new bool[Count];
        if (KnowsProfiles)
        {
            for (var i = 0; i < profiles.Count; i++)
            {
                if (matches(profiles[i]))
                {
                    chunksOf[i].ForEach(chunk => wanted[chunk] = true);
                }
            }
        }
        else
        {
            Array.Fill(wanted, true);
        }

        var found = new List<int>();
        for (var i = Count - 1; i >= 0; i--)
        {
            if (wanted[i])
            {
                found.Add(i);
            }
        }

        // Commits are in the order of time but for small differences between partitions, and for imports.
        found.Sort((left, right) => chunks[right].LastAt.CompareTo(chunks[left].LastAt));
        return found;
    }

    public void Write(PackedWriter writer)
    {
        writer.Number(Count);
        var end = 0L;
        foreach (var chunk in chunks)
        {
            writer.Signed(chunk.Offset - end);
            writer.Number(chunk.Length);
            writer.Number(chunk.Count);
            writer.Signed(chunk.FirstAt);
            writer.Number(chunk.LastAt - chunk.FirstAt);
            end = chunk.Offset + chunk.Length;
        }

        writer.Number(profiles.Count);
        writer.Byte((byte)(KnowsProfiles ? 1 : 0));
        for (var i = 0; i < profiles.Count; i++)
        {
            profiles[i].Write(writer);
            writer.Number(chunksOf[i].Count);
            var before = 0;
            foreach (var chunk in chunksOf[i])
            {
                writer.Number(chunk - before);
                before = chunk;
            }
        }
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a directory.</exception>
    public static ChunkDirectory Read(ref PackedReader reader)
    {
        var directory = new ChunkDirectory();
        var count = reader.Count(int.MaxValue);
        var end = 0L;
        for (var i = 0; i < count; i++)
        {
            var offset = end + reader.Signed();
            var length = reader.Count(BlockCodec.HeaderLength + BlockCodec.MaximumRawLength);
            var records = reader.Count(FactChunk.Capacity);
            var first = reader.Signed();
            directory.AddPlace(new(offset, length, records, first, first + (long)reader.Number()));
            end = offset + length;
        }

        directory.ReadProfiles(ref reader);
        return directory;
    }

    private void ReadProfiles(ref PackedReader reader)
    {
        var count = reader.Count(MaximumProfiles);
        KnowsProfiles = reader.Byte() != 0;
        for (var i = 0; i < count; i++)
        {
            var number = profiles.NumberOf(RecordProfile.Read(ref reader));
            var list = new List<int>(reader.Count(Count));
            for (var left = list.Capacity; list.Count < left;)
            {
                list.Add((list.Count == 0 ? 0 : list[^1]) + reader.Count(Count - 1));
            }

            if (number != i || (list.Count > 0 && list[^1] >= Count))
            {
                throw new InvalidDataException("A profile stands twice, or in a chunk that is not there.");
            }

            chunksOf.Add(list);
        }
    }

    private void AddPlace(in ChunkPlace place)
    {
        chunks.Add(place);
        RecordCount += place.Count;
        (FirstAt, LastAt) = (Math.Min(FirstAt, place.FirstAt), Math.Max(LastAt, place.LastAt));
    }
}
