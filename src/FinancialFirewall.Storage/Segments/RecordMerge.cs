using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Writes the records of segments, one behind the other, into a new one, in the order in which they lie there: everything is read and written once, from
/// front to back. Blocks are copied as they are; those that nobody packed are packed, and small ones are put together.
/// </summary>
/// <param name="file">The new segment.</param>
/// <param name="disk">Where the segments are.</param>
internal sealed class RecordMerge(SegmentFileWriter file, IDisk disk)
{
    private const int WindowBytes = 1024 * 1024;

    // A block with less is put together with its neighbours.
    private const int SmallBytes = RecordBlockWriter.BlockBytes / 2;

    private readonly RecordBlockWriter writer = new(file);
    private readonly JournalBatch batch = new();

    public async ValueTask AddAsync(Segment input)
    {
        await using var opened = await disk.OpenAsync(input.Path, DiskFileUse.ReadOnce);
        var (blocks, window) = (input.Footer.Records, new SegmentWindow(input, WindowBytes, opened));
        var runs = blocks.ListRuns();
        var nextRun = 0;
        for (var i = 0; i < blocks.BlockCount; i++)
        {
            var lastRun = nextRun;
            for (; lastRun < runs.Length && runs[lastRun].Block == i; lastRun++)
            {
            }

            var (offset, length) = blocks[i];
            await AddBlockAsync(input, offset, await window.ReadAsync(offset, length), runs.AsMemory(nextRun, lastRun - nextRun));
            nextRun = lastRun;
            await file.DrainAsync();
        }
    }

    /// <summary>Writes all that waits, and says where everything is.</summary>
    public RecordDirectory Finish() => writer.Finish();

    private async ValueTask AddBlockAsync(Segment input, long offset, Memory<byte> block, ReadOnlyMemory<StoredRunPlace> runs)
    {
        if (runs.Length > 1 || BlockCodec.RawLength(block.Span) < SmallBytes)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                await AddRecordsAsync(input, runs.Span[i]);
            }
        }
        else if (BlockCodec.IsPlain(block.Span))
        {
            input.OpenPlain(BlockKind.Records, offset, block.Span);
            writer.AddRaw(runs.Span[0], block.Span[BlockCodec.HeaderLength..]);
        }
        else
        {
            writer.AddSealed(runs.Span[0], BlockCodec.Check(block.Span) is { } problem ? throw Segment.Damage(input.Path, offset, problem) : block.Span);
        }
    }

    private async ValueTask AddRecordsAsync(Segment input, StoredRunPlace run)
    {
        await input.LoadAsync(batch, run.Partition, run.FirstSequence);
        for (var i = 0; i < batch.Count; i++)
        {
            writer.Add(run.Partition, batch.Epoch, run.FirstSequence + i, batch[i].Span);
        }
    }
}
