using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Goes through the records of one partition in a segment.</summary>
internal sealed class PartitionCursor(Segment segment, PartitionRange range, IFactReader facts)
{
    private readonly JournalBatch batch = new();
    private int index = -1;

    public int Partition => range.Partition;

    /// <summary>The sequence of the present record.</summary>
    public long Sequence { get; private set; } = range.FirstSequence - 1;

    public long Epoch => batch.Epoch;

    public ReadOnlyMemory<byte> Record => batch[index];

    /// <summary>When it was recorded.</summary>
    public Instant At => facts.Read(Record.Span).At;

    /// <returns>Whether there is another record.</returns>
    public async ValueTask<bool> MoveNextAsync()
    {
        if (Sequence == range.LastSequence)
        {
            return false;
        }

        Sequence++;
        if (index < 0 || ++index == batch.Count)
        {
            await segment.LoadAsync(batch, range.Partition, Sequence);
            index = 0;
        }

        return true;
    }
}
