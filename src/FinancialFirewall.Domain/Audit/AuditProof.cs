using System.Globalization;
using System.Text.Json;

namespace FinancialFirewall.Domain.Audit;

/// <summary>Proves a log page by page, from the first entry on, and says at which entry it is not what was written.</summary>
public sealed class AuditProof
{
    private AuditHead end = AuditHead.Beginning;

    /// <summary>How many entries are proved.</summary>
    public long Entries => end.Sequence;

    /// <summary>The first entry that is not what was written; null where all are.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Ends the proof: the log must end where its head says.</summary>
    public void Close(AuditHead? head)
    {
        var expected = head ?? AuditHead.Beginning;
        if (BrokenAt is null && end != expected)
        {
            Break(string.Create(CultureInfo.InvariantCulture, $"the log ends at entry {end.Sequence}, and its head says that it ends at {expected.Sequence}, or with another hash."));
        }
    }

    /// <summary>Takes the next entry; behind one that is not what was written nothing is proved.</summary>
    public void Add(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (BrokenAt is not null)
        {
            return;
        }

        var sequence = end.Sequence + 1;
        if (record.Hash.Length == 0 || !string.Equals(AuditChain.Hash(end.Hash, record.Canonical.Span), record.Hash, StringComparison.Ordinal))
        {
            Break("its hash is not that of its text and the entry before it.");
        }
        else if (SequenceOf(record) != sequence)
        {
            Break(string.Create(CultureInfo.InvariantCulture, $"it says that it is entry {SequenceOf(record)}."));
        }
        else
        {
            end = new AuditHead(sequence, record.Hash);
        }
    }

    private void Break(string problem) => (BrokenAt, Problem) = (end.Sequence + 1, problem);

    private static long? SequenceOf(AuditRecord record)
    {
        var reader = new Utf8JsonReader(record.Canonical.Span);
        return reader.Read() && reader.Read() && reader.ValueTextEquals("sequence"u8) && reader.Read() && reader.TryGetInt64(out var sequence) ? sequence : null;
    }
}
