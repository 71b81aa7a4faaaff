using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What the journal knows of one partition. Guarded by the lock of the <see cref="JournalIndex"/> that it belongs to.</summary>
internal sealed class PartitionRuns(int partition)
{
    private readonly List<RunLocation> runs = [];

    public int Partition => partition;

    /// <summary>The highest epoch that was opened or used.</summary>
    public long Epoch { get; set; }

    /// <summary>The sequence of the last record that was appended, committed or not.</summary>
    public long LastAppended { get; set; }

    /// <summary>The sequence of the last committed record.</summary>
    public long LastCommitted { get; private set; }

    /// <summary>The sequence of the first record that is kept; those before it were removed from the archive.</summary>
    public long FirstKept { get; set; } = 1;

    /// <summary>Whether a committed record is in the archive and not in the log any more.</summary>
    public bool IsArchived(long sequence) => sequence >= FirstKept && sequence <= LastCommitted && (runs.Count == 0 || sequence < runs[0].FirstSequence);

    /// <summary>Notes what the archive has, before any run is added.</summary>
    public void BeginBehind(in ArchivedPartition archived)
        => (FirstKept, LastCommitted, LastAppended, Epoch) = (archived.FirstSequence, archived.LastSequence, archived.LastSequence, archived.Epoch);

    /// <summary>Forgets the runs of a log file, the oldest one, and of those before it.</summary>
    public void Release(uint file)
    {
        var count = 0;
        while (count < runs.Count && runs[count].File <= file)
        {
            count++;
        }

        runs.RemoveRange(0, count);
    }

    /// <summary>Makes a committed run readable.</summary>
    public void Add(in RunLocation run)
    {
        runs.Add(run);
        LastCommitted = run.FirstSequence + run.Count - 1;
        LastAppended = Math.Max(LastAppended, LastCommitted);
    }

    /// <summary>Copies the committed runs that hold <paramref name="fromSequence"/> and what follows, as many as fit.</summary>
    public int Copy(long fromSequence, Span<RunLocation> target)
    {
        var first = Find(fromSequence);
        var count = Math.Min(target.Length, runs.Count - first);
        CollectionsMarshal.AsSpan(runs).Slice(first, count).CopyTo(target);
        return count;
    }

    private int Find(long sequence)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (runs[middle].FirstSequence + runs[middle].Count <= sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
