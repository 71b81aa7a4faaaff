using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>
/// What a policy decides from that decides nothing: the histories of its own windows over all of a tenant's accounts and other keys, made from stored records. What was
/// known of account and device stands in the records; whether a payment counts in sums goes by what really became of it.
/// </summary>
internal sealed class ShadowBook
{
    private readonly EvaluationFrame frame = new();
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly HistoryTable histories;
    private readonly PolicyCatalog catalog;
    private readonly KeyWindowHistory[] keys;

    public ShadowBook(CompiledPolicy policy, PolicyCatalog catalog)
    {
        (Policy, this.catalog) = (policy, catalog);
        histories = new HistoryTable(policy.AccountWindows);
        keys = [.. policy.KeyedWindows.Select(static window => new KeyWindowHistory(window))];
    }

    /// <summary>The policy that decides.</summary>
    public CompiledPolicy Policy { get; private set; }

    /// <summary>The memory that the histories hold, in bytes.</summary>
    public long AllocatedBytes => histories.AllocatedBytes + keys.Sum(static key => key.AllocatedBytes);

    /// <summary>The farthest that any window reaches back; nothing where there is none.</summary>
    public TimeSpan Reach => TimeSpan.FromSeconds(
        Policy.AccountWindows.Windows.Concat(Policy.KeyedWindows.Select(static keyed => keyed.Window)).Select(static window => window.WindowSeconds).DefaultIfEmpty().Max());

    /// <summary>Decides by the same policy with other contents of its lists from now on.</summary>
    public void Adopt(CompiledPolicy policy) => Policy = policy;

    /// <summary>Counts a stored record.</summary>
    public void Count(ReadOnlyMemory<byte> record)
    {
        switch (new RecordHeader(record.Span).Kind)
        {
            case RecordKind.Assessment:
                Load(record);
                Count(new AssessmentRecord(record.Span).Outcome.IsAccepted);
                break;
            case RecordKind.Release:
                new HistoryReplay(Policy.Tenant, catalog, histories, Policy).Release(record);
                break;
        }
    }

    /// <summary>Decides a stored assessment anew and counts it.</summary>
    public Outcome Decide(ReadOnlyMemory<byte> record)
    {
        Load(record);
        var payment = frame.Payment;
        var entry = histories.Find(payment.Text(Domain.Payments.PaymentMember.FromAccountNumber), payment.AccountHash);
        var windows = Policy.AccountWindows.Windows.Count;
        histories.Measure(entry, frame.AssessedAt, account.AsSpan(0, windows), frame.Aggregates.AsSpan(0, windows));
        for (var i = 0; i < keys.Length; i++)
        {
            frame.Aggregates[Policy.KeyedWindows[i].FrameIndex] = KeyedMember.TryGet(payment, keys[i].Window.Key, out var key, out var hash)
                ? keys[i].Measure(key, hash, frame.AssessedAt, keyed[i])
                : AggregateValue.Absent;
        }

        Outcome outcome = default;
        Policy.Decide(frame, ref outcome);
        Count(new AssessmentRecord(record.Span).Outcome.IsAccepted);
        return outcome;
    }

    private void Load(ReadOnlyMemory<byte> record)
    {
        if (!MemoryMarshal.TryGetArray(record, out var array))
        {
            throw new ArgumentException("Records of the journal are read into arrays.", nameof(record));
        }

        Replay.Load(array.Array!, array.Offset, frame);
        Policy.Prepare(frame, account, keyed);
    }

    private void Count(bool accepted)
    {
        AccountEntries.Record(histories, frame.Payment, frame.AssessedAt, account.AsSpan(0, Policy.AccountWindows.Windows.Count), accepted);
        for (var i = 0; i < keys.Length; i++)
        {
            if (KeyedMember.TryGet(frame.Payment, keys[i].Window.Key, out var key, out var hash))
            {
                keys[i].Fill(key, hash, frame.AssessedAt, keyed[i], frame.Payment.Bytes);
            }
        }
    }
}
