
namespace FinancialFirewall.Storage.Segments;

/// <summary>Where the records of a segment are, in memory: about 16 bytes a block of 16 KiB.</summary>
internal sealed class RecordDirectory
{
    private readonly PartitionRange[] ranges;
    private readonly long[] blockStarts;

    public RecordDirectory(PartitionRange[] partitions, long[] offsets)
    {
        (ranges, blockStarts) = (partitions, offsets);
    }

    /// <summary>The partitions, ascending.</summary>
    public IReadOnlyList<PartitionRange> Partitions => ranges;

    public int BlockCount => blockStarts.Length - 1;

    /// <summary>Where a block is.</summary>
    public (long Offset, int Length) this[int block] => (blockStarts[block], (int)(blockStarts[block + 1] - blockStarts[block]));

    public PartitionRange? Find(int partition)
    {
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].Partition < partition ? (middle + 1, high) : (low, middle);
        }

        return low < ranges.Length && ranges[low].Partition == partition ? ranges[low] : null;
    }

    /// <summary>All runs in the order in which they lie in the file.</summary>
    public StoredRunPlace[] ListRuns()
    {
        var runs = new List<StoredRunPlace>(BlockCount);
        foreach (var range in ranges)
        {
            for (var i = 0; i < range.RunStarts.Length; i++)
            {
                var end = i + 1 < range.RunStarts.Length ? range.RunStarts[i + 1] : range.LastSequence - range.FirstSequence + 1;
                var count = (int)(end - range.RunStarts[i]);
                runs.Add(new(range.RunBlocks[i], range.Partition, range.FirstSequence + range.RunStarts[i], count, range.Epoch));
            }
        }

        return [.. runs.OrderBy(run => run.Block)];
    }

    public void Write(PackedWriter writer)
    {
        writer.Number(BlockCount);
        for (var i = 0; i < BlockCount; i++)
        {
            writer.Number((ulong)this[i].Length);
        }

        writer.Number(ranges.Length);
        foreach (var range in ranges)
        {
            WriteRange(writer, range);
        }
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a directory.</exception>
    public static RecordDirectory Read(ref PackedReader reader)
    {
        var offsets = new long[reader.Count(int.MaxValue - 1) + 1];
        offsets[0] = SegmentHeader.Length;
        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] = offsets[i - 1] + reader.Count(BlockCodec.HeaderLength + BlockCodec.MaximumRawLength);
        }

        var partitions = new PartitionRange[reader.Count(ushort.MaxValue + 1)];
        for (var i = 0; i < partitions.Length; i++)
        {
            partitions[i] = ReadRange(ref reader, offsets.Length - 1);
        }

        return new(partitions, offsets);
    }

    private static void WriteRange(PackedWriter writer, PartitionRange range)
    {
        writer.Number(range.Partition);
        writer.Number(range.FirstSequence);
        writer.Number(range.LastSequence - range.FirstSequence);
        writer.Signed(range.Epoch);
        writer.Number(range.RunStarts.Length);
        for (var i = 0; i < range.RunStarts.Length; i++)
        {
            writer.Number(range.RunStarts[i] - (i == 0 ? 0 : range.RunStarts[i - 1]));
            writer.Signed(range.RunBlocks[i] - (i == 0 ? 0 : range.RunBlocks[i - 1]));
        }
    }

    private static PartitionRange ReadRange(ref PackedReader reader, int blocks)
    {
        var partition = reader.Count(ushort.MaxValue);
        var first = (long)reader.Number();
        var last = first + (long)reader.Number();
        var epoch = reader.Signed();
        var starts = new uint[reader.Count(int.MaxValue)];
        var runBlocks = new int[starts.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = (i == 0 ? 0 : starts[i - 1]) + (uint)reader.Number();
            runBlocks[i] = (i == 0 ? 0 : runBlocks[i - 1]) + (int)reader.Signed();
            if ((uint)runBlocks[i] >= (uint)blocks)
            {
                throw new InvalidDataException($"There is no block {runBlocks[i]} among {blocks}.");
            }
        }

        return new(partition, first, last, epoch) { RunStarts = starts, RunBlocks = runBlocks };
    }
}
