using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>
/// What a policy decides from that decides nothing. What a window said to the payment when it was decided stands in its record, and counts; a window that the policy did not have that
/// decided is filled from stored records, over all of a tenant's accounts and other keys. What was known of account and device stands in the records too; whether a payment counts in
/// sums goes by what really became of it.
/// </summary>
internal sealed class TrialBook
{
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] contributions = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly AggregateValue[] measured = new AggregateValue[WindowDefinition.MaximumPerPolicy];
    private readonly RecordedWindows recorded;
    private readonly TrialWindows windows;
    private readonly HistoryTable histories;
    private readonly PolicyCatalog catalog;
    private readonly KeyWindowHistory?[] keys;

    /// <summary>Begins with empty histories.</summary>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="windows">Which of its windows are filled from stored records.</param>
    /// <param name="catalog">The policies that decided.</param>
    public TrialBook(CompiledPolicy policy, TrialWindows windows, PolicyCatalog catalog)
    {
        (Policy, this.windows, this.catalog) = (policy, windows, catalog);
        recorded = new RecordedWindows(policy);
        histories = new HistoryTable(windows.Plan);
        keys = [.. policy.KeyedWindows.Select(window => windows.IsFilled(window.Window.Id) ? new KeyWindowHistory(window) : null)];
    }

    /// <summary>The policy that decides.</summary>
    public CompiledPolicy Policy { get; private set; }

    /// <summary>How far back the windows reach that are filled.</summary>
    public TimeSpan Reach => windows.Reach;

    /// <summary>The payment that was decided last, with everything that decided it.</summary>
    public EvaluationFrame Frame { get; } = new();

    /// <summary>The memory that the histories hold, in bytes.</summary>
    public long AllocatedBytes => histories.AllocatedBytes + keys.Sum(static key => key?.AllocatedBytes ?? 0);

    /// <summary>Decides by a policy of the same windows from now on.</summary>
    public void Adopt(CompiledPolicy policy) => Policy = policy;

    /// <summary>Counts a stored record.</summary>
    public void Count(ReadOnlyMemory<byte> record)
    {
        switch (new RecordHeader(record.Span).Kind)
        {
            case RecordKind.Assessment:
                Load(record);
                CountDecided(new AssessmentRecord(record.Span).Outcome.IsAccepted);
                break;
            case RecordKind.Release:
                new HistoryReplay(Policy.Tenant, catalog, histories, Policy).Release(record);
                break;
        }
    }

    /// <summary>Decides a stored assessment anew, before it is counted.</summary>
    /// <param name="record">The assessment.</param>
    /// <param name="decidedBy">The policy that decided it.</param>
    public Outcome Decide(ReadOnlyMemory<byte> record, CompiledPolicy decidedBy)
    {
        Load(record);
        recorded.Take(decidedBy, Frame);
        Measure(recorded.MissingIn(decidedBy));
        Outcome outcome = default;
        Policy.Decide(Frame, ref outcome);
        return outcome;
    }

    /// <summary>Decides another payment, as of the frame's time and before it is counted. Every window is as it is filled here.</summary>
    /// <param name="payment">The packed payment.</param>
    /// <param name="at">When it is assessed.</param>
    /// <param name="firstSeen">When its account was first seen; null where this payment's account is looked up here.</param>
    /// <param name="isNewDevice">Whether its device is new; null where that is looked up here.</param>
    public Outcome Decide(byte[] payment, Instant at, Instant? firstSeen, bool? isNewDevice)
    {
        Frame.Load(payment, 0, payment.Length, at);
        var entry = EntryOf(Frame.Payment);
        Frame.AccountFirstSeen = firstSeen ?? (entry == HistoryTable.Unseen ? at : histories.FirstSeen(entry));
        Frame.DeviceIsNew = isNewDevice ?? (Frame.Payment.Has(PaymentMember.DeviceId) && histories.IsNewDevice(entry, DeviceHash.Of(Frame.Payment)));
        Policy.Prepare(Frame, account, keyed);
        Measure(recorded.All);
        Outcome outcome = default;
        Policy.Decide(Frame, ref outcome);
        return outcome;
    }

    /// <summary>Counts the payment that was decided last.</summary>
    /// <param name="accepted">Whether it counts in sums.</param>
    public void CountDecided(bool accepted)
    {
        AccountEntries.Record(histories, Frame.Payment, Frame.AssessedAt, AccountContributions(), accepted);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] is { } history && KeyedMember.TryGet(Frame.Payment, history.Window.Key, out var key, out var hash))
            {
                history.Fill(key, hash, Frame.AssessedAt, keyed[i], Frame.Payment.Bytes);
            }
        }
    }

    private int EntryOf(PackedPayment payment) => histories.Find(payment.Text(PaymentMember.FromAccountNumber), payment.AccountHash);

    private void Load(ReadOnlyMemory<byte> record)
    {
        if (!MemoryMarshal.TryGetArray(record, out var array))
        {
            throw new ArgumentException("Records of the journal are read into arrays.", nameof(record));
        }

        Replay.Load(array.Array!, array.Offset, Frame);
        Policy.Prepare(Frame, account, keyed);
    }

    /// <summary>Measures windows in the histories; one that is not filled cannot be evaluated.</summary>
    /// <param name="places">The places of the windows in the frame.</param>
    private void Measure(ReadOnlySpan<int> places)
    {
        if (places.IsEmpty)
        {
            return;
        }

        var payment = Frame.Payment;
        histories.Measure(EntryOf(payment), Frame.AssessedAt, AccountContributions(), measured);
        foreach (var place in places)
        {
            var keyedPlace = place - Policy.AccountWindows.Windows.Count;
            Frame.Aggregates[place] = keyedPlace >= 0 ? MeasureKey(keyedPlace, payment)
                : windows.PlaceOf(place) is >= 0 and var filled ? measured[filled]
                : AggregateValue.Unknown;
        }
    }

    private AggregateValue MeasureKey(int place, PackedPayment payment)
        => !KeyedMember.TryGet(payment, Policy.KeyedWindows[place].Key, out var key, out var hash) ? AggregateValue.Absent
            : keys[place]?.Measure(key, hash, Frame.AssessedAt, keyed[place]) ?? AggregateValue.Unknown;

    /// <summary>What the payment adds to the windows that are filled.</summary>
    private ReadOnlySpan<Contribution> AccountContributions()
    {
        for (var place = 0; place < Policy.AccountWindows.Windows.Count; place++)
        {
            if (windows.PlaceOf(place) is >= 0 and var filled)
            {
                contributions[filled] = account[place];
            }
        }

        return contributions.AsSpan(0, windows.Plan.Windows.Count);
    }
}
