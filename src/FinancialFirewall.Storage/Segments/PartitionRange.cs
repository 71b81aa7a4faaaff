namespace FinancialFirewall.Storage.Segments;

/// <summary>The records of one partition in a segment: sequences without gaps.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="FirstSequence">The first.</param>
/// <param name="LastSequence">The last.</param>
/// <param name="Epoch">The highest epoch of any of them.</param>
internal sealed record PartitionRange(int Partition, long FirstSequence, long LastSequence, long Epoch)
{
    /// <summary>The first sequences of its runs, counted from <see cref="FirstSequence"/>, ascending.</summary>
    public required uint[] RunStarts { get; init; }

    /// <summary>The numbers of the blocks that hold the runs.</summary>
    public required int[] RunBlocks { get; init; }

    public bool Holds(long sequence) => sequence >= FirstSequence && sequence <= LastSequence;

    /// <summary>The number of the run that holds a sequence of this range.</summary>
    public int FindRun(long sequence)
    {
        var found = Array.BinarySearch(RunStarts, (uint)(sequence - FirstSequence));
        return found >= 0 ? found : ~found - 1;
    }
}
