
namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Writes the records of a segment as blocks of runs. Records come in the order of each partition, and partitions in any mixture; what does not fill a
/// block waits, at most <see cref="MaximumWaitingBytes"/> over all partitions.
/// </summary>
/// <param name="file">Takes the blocks.</param>
internal sealed class RecordBlockWriter(SegmentFileWriter file)
{
    /// <summary>The length from which on a block is written, before packing.</summary>
    public const int BlockBytes = 16 * 1024;

    /// <summary>How much waits in memory for its block to be full.</summary>
    public const int MaximumWaitingBytes = 32 * 1024 * 1024;

    private readonly List<long> offsets = [SegmentHeader.Length];
    private readonly PackedWriter block = new();

    // By the number of the partition.
    private RunBuffer?[] waiting = [];
    private RangeBuilder?[] ranges = [];
    private long waitingBytes;

    public void Add(int partition, long epoch, long sequence, ReadOnlySpan<byte> record)
    {
        var run = Waiting(partition);
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
    public void AddSealed(in StoredRunPlace run, ReadOnlySpan<byte> sealedBlock)
    {
        Begin(run);
        file.AddSealed(sealedBlock);
        offsets.Add(offsets[^1] + sealedBlock.Length);
    }

    /// <summary>Adds a block that is one run, behind what waits of its partition.</summary>
    public void AddRaw(in StoredRunPlace run, ReadOnlySpan<byte> raw)
    {
        Begin(run);
        Write(raw);
    }

    /// <summary>Writes all that waits, and says where everything is.</summary>
    public RecordDirectory Finish()
    {
        WriteWaiting();
        return new RecordDirectory([.. ranges.OfType<RangeBuilder>().Select(range => range.Build())], [.. offsets]);
    }

    /// <summary>Small rests of partitions share blocks.</summary>
    private void WriteWaiting()
    {
        foreach (var run in waiting)
        {
            if (run is { Count: > 0 })
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
            Write(block.Written);
            block.Clear();
        }
    }

    private void Begin(in StoredRunPlace run)
    {
        if (Waiting(run.Partition) is { Count: > 0 } before)
        {
            Write(before);
        }

        Range(run.Partition).Add(run.FirstSequence, run.Count, run.Epoch, offsets.Count - 1);
    }

    private void Write(ReadOnlySpan<byte> raw) => offsets.Add(offsets[^1] + file.Add(BlockKind.Records, raw));

    private RunBuffer Waiting(int partition)
    {
        if (partition >= waiting.Length)
        {
            Array.Resize(ref waiting, Math.Max(partition + 1, 2 * waiting.Length));
        }

        return waiting[partition] ??= new RunBuffer(partition);
    }

    private RangeBuilder Range(int partition)
    {
        if (partition >= ranges.Length)
        {
            Array.Resize(ref ranges, Math.Max(partition + 1, 2 * ranges.Length));
        }

        return ranges[partition] ??= new RangeBuilder(partition);
    }
}
