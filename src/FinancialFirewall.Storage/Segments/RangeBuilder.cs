namespace FinancialFirewall.Storage.Segments;

/// <summary>Notes which block holds which runs of one partition.</summary>
internal sealed class RangeBuilder(int partition)
{
    private readonly List<uint> starts = [];
    private readonly List<int> blocks = [];
    private long first;
    private long end;
    private long epoch;

    public int Partition => partition;

    /// <exception cref="InvalidOperationException">The run does not continue the one before, or there are more records than a segment can count.</exception>
    public void Add(long sequence, int count, long runEpoch, int block)
    {
        if (starts.Count == 0)
        {
            (first, end, epoch) = (sequence, sequence, runEpoch);
        }

        if (sequence != end || sequence - first > uint.MaxValue)
        {
            throw new InvalidOperationException($"Record {sequence} of partition {partition} follows record {end - 1} in a segment from {first} on.");
        }

        starts.Add((uint)(sequence - first));
        blocks.Add(block);
        end += count;
        epoch = Math.Max(epoch, runEpoch);
    }

    public PartitionRange Build() => new(partition, first, end - 1, epoch) { RunStarts = [.. starts], RunBlocks = [.. blocks] };
}
