using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// What a partition decides from: the histories of its accounts, the policy in force, and its clock. Synchronous: between looking at a history and
/// recording in it nothing else happens, so that two payments at once cannot both pass a limit that leaves room for one.
/// </summary>
internal sealed class PartitionBook(CompiledPolicy policy, HistoryTable histories, OpenReviews? reviews = null)
{
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];

    // What was found of the payment that was decided last, so that recording need not look for it again; the entry is of these histories.
    private int entry = HistoryTable.Unseen;
    private ulong device;

    /// <summary>The policy in force.</summary>
    public CompiledPolicy Policy { get; private set; } = policy;

    /// <summary>The histories of the partition's accounts.</summary>
    public HistoryTable Histories { get; private set; } = histories;

    /// <summary>The assessments that wait for a person.</summary>
    public OpenReviews Reviews { get; } = reviews ?? new OpenReviews();

    /// <summary>The latest time that anything was assessed at: the clock never goes back behind it.</summary>
    public Instant Clock { get; private set; }

    /// <summary>The sequence of the latest record; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The payment that was decided last, with everything that decided it.</summary>
    public EvaluationFrame Frame { get; } = new();

    private ReadOnlySpan<Contribution> AccountContributions => account.AsSpan(0, Policy.AccountWindows.Count);

    /// <summary>Takes over where a snapshot left off.</summary>
    public void Restore(long lastSequence, Instant clock) => (LastSequence, Clock) = (lastSequence, clock);

    /// <summary>When a payment is assessed that arrives at <paramref name="now"/>.</summary>
    public Instant TimeOf(PackedPayment payment, AssessmentClock clock, Instant now)
    {
        var time = clock == AssessmentClock.InitiatedAt ? payment.InitiatedAt : now;
        return time < Clock && !PlantedBugs.ClockGoesBack ? Clock : time;
    }

    /// <summary>Brings the accounts of a batch near, before the first of its payments is decided.</summary>
    public void Approach(PaymentBatch payments)
    {
        for (var i = 0; i < payments.Count; i++)
        {
            Histories.Prefetch(new PackedPayment(payments[i]).AccountHash);
        }

        Histories.EndPrefetch();
    }

    /// <summary>Decides a payment as of <paramref name="at"/> and changes nothing.</summary>
    /// <param name="buffer">Holds the packed payment.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">Its length.</param>
    /// <param name="at">When it is assessed.</param>
    /// <param name="keyedValues">The values of the policy's keyed windows, in its order; null for none.</param>
    /// <param name="outcome">What was decided.</param>
    public void Decide(byte[] buffer, int start, int length, Instant at, AggregateValue[]? keyedValues, out Outcome outcome)
    {
        Load(buffer, start, length, at);
        Frame.DeviceIsNew = Frame.Payment.Has(PaymentMember.DeviceId) && Histories.IsNewDevice(entry, device);
        Policy.Prepare(Frame, account, keyed);
        Decide(at, keyedValues, out outcome);
    }

    /// <summary>
    /// Decides a payment of the histories anew, as of <paramref name="at"/>, and changes nothing. It counts once: in a window that still has it as it was recorded, in every other one
    /// as if it came now; and its device is as new as it was at first.
    /// </summary>
    /// <param name="first">The assessment.</param>
    /// <param name="keyedValues">The values of the policy's keyed windows, in its order.</param>
    /// <param name="at">When it is decided anew.</param>
    public Outcome DecideAgain(AssessmentRecord first, AggregateValue[] keyedValues, Instant at)
    {
        var payment = first.Payment.Bytes.ToArray();
        Load(payment, 0, payment.Length, at);
        Frame.DeviceIsNew = first.Facts.HasFlag(AssessmentFacts.DeviceIsNew);
        Policy.Prepare(Frame, account, keyed);
        for (var i = 0; i < Policy.AccountWindows.Count; i++)
        {
            if (!account[i].Unknown && Policy.AccountWindows.Holds(i, first.AssessedAt, at))
            {
                account[i] = default;
            }
        }

        Decide(at, keyedValues, out var outcome);
        return outcome;
    }

    /// <summary>Records the payment that was decided last, as the next of the partition. Texts of its aggregates mean nothing from here on.</summary>
    public void Record(in Outcome outcome)
    {
        var payment = Frame.Payment;
        AccountEntries.Record(Histories, entry, device, payment, Frame.AssessedAt, AccountContributions, outcome.IsAccepted);
        var sequence = Advance(Frame.AssessedAt);
        if (AssessmentStanding.Waits(outcome.Decision))
        {
            var amount = Frame.HasBaseAmount ? Frame.BaseAmountMinor : OpenReview.UnknownAmount;
            Reviews.Open(new OpenReview(sequence, Frame.AssessedAt, outcome.Decision, outcome.Level, outcome.Score, amount));
        }
    }

    /// <summary>Counts a record that changes no history, or has changed it already, and gives its sequence.</summary>
    public long Advance(Instant at)
    {
        Clock = at < Clock ? Clock : at;
        return ++LastSequence;
    }

    /// <summary>Decides by another policy from now on.</summary>
    /// <param name="next">The policy.</param>
    /// <param name="filled">The histories of the windows that are new in it; null when none are.</param>
    public void Switch(CompiledPolicy next, HistoryTable? filled)
    {
        Histories = Histories.Replan(next.AccountWindows, filled);
        entry = HistoryTable.Unseen;
        Policy = next;
    }

    /// <summary>Forgets the accounts whose persons were erased since they were first seen here.</summary>
    /// <returns>How many there were.</returns>
    public int Forget(PersonKeys persons)
    {
        if (persons.Erasures.Count == 0)
        {
            return 0;
        }

        var before = Histories.Count;
        var kept = Enumerable.Range(0, before).Where(entry => !IsForgotten(persons, entry)).ToHashSet();
        Histories = kept.Count == before ? Histories : Histories.Keep(kept.Contains);
        entry = HistoryTable.Unseen;
        return before - kept.Count;
    }

    private bool IsForgotten(PersonKeys persons, int entry)
        => persons.ForgottenSince(Histories.Hash(entry)) is { } at && Histories.FirstSeen(entry) <= at;

    /// <summary>Loads a payment into the frame, and finds its account and its device.</summary>
    private void Load(byte[] buffer, int start, int length, Instant at)
    {
        Frame.Load(buffer, start, length, at);
        var payment = Frame.Payment;
        entry = Histories.Find(Frame.BytesOf(PaymentMember.FromAccountNumber), payment.AccountHash);
        device = DeviceHash.Of(payment);
        Frame.AccountFirstSeen = entry == HistoryTable.Unseen ? at : Histories.FirstSeen(entry);
    }

    private void Decide(Instant at, AggregateValue[]? keyedValues, out Outcome outcome)
    {
        Measure(at, keyedValues);
        outcome = default;
        Policy.Decide(Frame, ref outcome);
    }

    private void Measure(Instant at, AggregateValue[]? keyedValues)
    {
        var windows = Policy.AccountWindows.Count;
        Histories.Measure(entry, at, AccountContributions, Frame.Aggregates.AsSpan(0, windows));
        for (var i = 0; i < Policy.SlotCount - windows; i++)
        {
            Frame.Aggregates[Policy.KeyedWindows[i].FrameIndex] = keyedValues?[i] ?? AggregateValue.Absent;
        }
    }
}
