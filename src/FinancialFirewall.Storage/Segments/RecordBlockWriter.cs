
namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Writes the records of a segment as blocks of runs. Records come in the order of each partition, and partitions in any mixture; what does not fill a
/// block waits, at most <see cref="MaximumWaitingBytes"/> over all partitions.
/// </summary>
internal sealed class RecordBlockWriter(SegmentFileWriter file)
{
    /// <summary>The length from which on a block is written, before packing.</summary>
    public const int BlockBytes = 16 * 1024;

    /// <summary>How much waits in memory for its block to be full.</summary>
    public const int MaximumWaitingBytes = 32 * 1024 * 1024;

    private readonly SortedDictionary<int, RunBuffer> waiting = [];
    private readonly SortedDictionary<int, RangeBuilder> ranges = [];
    private readonly List<long> offsets = [SegmentHeader.Length];
    private readonly PackedWriter block = new();
    private long waitingBytes;

    public void Add(int partition, long epoch, long sequence, ReadOnlySpan<byte> record)
    {
        if (!waiting.TryGetValue(partition, out var run))
        {
            waiting.Add(partition, run = new RunBuffer(partition));
        }

        if (!run.Fits(epoch, sequence))
        {
            Write(run);
        }

        var before = run.RunLength;
        run.Add(epoch, sequence, record);
        waitingBytes += run.RunLength - before;
        if (run.RunLength >= BlockBytes)
        {
            Write(run);
        }

        if (waitingBytes > MaximumWaitingBytes)
        {
            WriteWaiting();
        }
    }

    /// <summary>Adds a sealed block that is one run as it is, behind what waits of its partition.</summary>
    public void AddSealed(int partition, long firstSequence, int count, long epoch, ReadOnlySpan<byte> sealedBlock)
    {
        if (waiting.TryGetValue(partition, out var before) && before.Count > 0)
        {
            Write(before);
        }

        Range(partition).Add(firstSequence, count, epoch, offsets.Count - 1);
        file.AddSealed(sealedBlock);
        offsets.Add(offsets[^1] + sealedBlock.Length);
    }

    /// <summary>Writes all that waits, and says where everything is.</summary>
    public RecordDirectory Finish()
    {
        WriteWaiting();
        return new RecordDirectory([.. ranges.Values.Select(range => range.Build())], [.. offsets]);
    }

    /// <summary>Small rests of partitions share blocks.</summary>
    private void WriteWaiting()
    {
        foreach (var run in waiting.Values)
        {
            if (run.Count > 0)
            {
                Take(run);
                if (block.Length >= BlockBytes)
                {
                    EndBlock();
                }
            }
        }

        EndBlock();
    }

    private void Write(RunBuffer run)
    {
        Take(run);
        EndBlock();
    }

    private void Take(RunBuffer run)
    {
        waitingBytes -= run.RunLength - StoredRun.Length;
        Range(run.Partition).Add(run.FirstSequence, run.Count, run.Epoch, offsets.Count - 1);
        run.Flush(block);
    }

    private void EndBlock()
    {
        if (block.Length > 0)
        {
            offsets.Add(offsets[^1] + file.Add(BlockKind.Records, block.Written));
            block.Clear();
        }
    }

    private RangeBuilder Range(int partition)
    {
        if (!ranges.TryGetValue(partition, out var range))
        {
            ranges.Add(partition, range = new RangeBuilder(partition));
        }

        return range;
    }
}
