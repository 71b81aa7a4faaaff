using System.Globalization;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>Reads all that a journal holds of a tenant.</summary>
internal static class JournalReading
{
    /// <summary>All records, by partition and sequence, which have no gaps; times never go back in a partition.</summary>
    public static async Task<List<JournalEntry>> ReadAsync(IJournal journal, TenantId tenant)
    {
        var all = new List<JournalEntry>();
        foreach (var end in journal.GetPartitions(tenant))
        {
            var (sequence, clock) = (0L, long.MinValue);
            await foreach (var batch in journal.ReadAsync(tenant, end.Partition, 1))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    var entry = new JournalEntry(batch[i].ToArray());
                    Demand(entry, end.Partition, ++sequence, clock);
                    clock = entry.At;
                    all.Add(entry);
                }
            }

            if (sequence != end.LastSequence)
            {
                throw new Violation("order", string.Create(CultureInfo.InvariantCulture, $"partition {end.Partition} of {tenant} has {sequence} records and says {end.LastSequence}"));
            }
        }

        return all;
    }

    private static void Demand(JournalEntry entry, int partition, long sequence, long clock)
    {
        if (entry.Partition != partition || entry.Sequence != sequence)
        {
            throw new Violation("order", string.Create(CultureInfo.InvariantCulture, $"record {sequence} of partition {partition} says that it is {entry.Sequence} of {entry.Partition}"));
        }

        if (entry.At < clock)
        {
            throw new Violation("order", string.Create(CultureInfo.InvariantCulture, $"the clock of partition {partition} goes back at {sequence}"));
        }
    }
}
