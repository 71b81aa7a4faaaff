using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Counts the payments of a batch at their other keys than the debtor account, one call a shard, and brings back the windows' values; settles them in the end.
/// </summary>
internal sealed class BatchObservations(TenantGrains grains, CompiledPolicy policy, Instant now)
{
    private readonly ShardParts<KeyObservation> observations = new();
    private AggregateValue[][][] parts = [];
    private readonly EvaluationFrame frame = new();
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly AggregateKey[] kinds = [.. policy.KeyedWindows.Select(window => window.Key).Distinct()];

    /// <summary>Counts all parts of a batch, and leaves with each what it was observed by.</summary>
    public Task ObserveAsync(IReadOnlyList<PartitionPart> all)
    {
        Begin([.. all.Select(static part => part.Payments.Count)]);
        for (var i = 0; i < all.Count; i++)
        {
            (all[i].ObservedBy, all[i].Keyed) = (policy.Version, parts[i]);
        }

        foreach (var place in InOrderOfTheBatch(all))
        {
            var (part, index) = (place / PaymentBatch.MaximumCount, place % PaymentBatch.MaximumCount);
            Add(all[part].Payments, all[part].Number, part, index);
        }

        return ObserveAsync();
    }

    /// <summary>Counts a batch of one partition.</summary>
    /// <returns>For each payment the values of the policy's keyed windows.</returns>
    public async Task<AggregateValue[][]> ObserveAsync(PaymentBatch payments, int partition)
    {
        Begin([payments.Count]);
        for (var i = 0; i < payments.Count; i++)
        {
            Add(payments, partition, part: 0, i);
        }

        await ObserveAsync();
        return parts[0];
    }

    /// <summary>Ends what was observed.</summary>
    /// <param name="isDecided">Says of a part's number and a payment's place in it whether its decision is known to be on disk.</param>
    public Task SettleAsync(Func<int, int, bool> isDecided) => ShardParts.CallAsync(observations.Shards, number =>
    {
        var some = observations.Values(number);
        var undecided = new bool[some.Count];
        observations.ForEach(number, (item, i) => undecided[i] = !isDecided(item / PaymentBatch.MaximumCount, item % PaymentBatch.MaximumCount));
        return grains.Shard(number).SettleObservations(
            new ObservationSettlement([.. some.Select(static one => one.Payment)], [.. some.Select(static one => one.Partition)], undecided));
    });

    /// <summary>
    /// The places of all payments, in the order of the batch: a key that payers of several partitions share counts them as they came, however the input
    /// was cut into batches.
    /// </summary>
    private static int[] InOrderOfTheBatch(IReadOnlyList<PartitionPart> all)
    {
        var places = new int[all.Sum(static part => part.Items.Length)];
        var items = new int[places.Length];
        var added = 0;
        for (var part = 0; part < all.Count; part++)
        {
            for (var i = 0; i < all[part].Items.Length; i++)
            {
                (items[added], places[added++]) = (all[part].Items[i], (part * PaymentBatch.MaximumCount) + i);
            }
        }

        Array.Sort(items, places);
        return places;
    }

    private static ReadOnlyMemory<byte> Memory(byte[] bytes, int start, PackedPayment payment, ReadOnlySpan<byte> text)
    {
        payment.Bytes.Overlaps(text, out var offset);
        return bytes.AsMemory(start + offset, text.Length);
    }

    /// <summary>Has everything counted that was added.</summary>
    private Task ObserveAsync() => ShardParts.CallAsync(observations.Shards, async number =>
    {
        var some = observations.Values(number);
        var values = await grains.Shard(number).Observe(new KeyObservations(policy.Version, some));
        observations.ForEach(number, (item, i) => Take(parts[item / PaymentBatch.MaximumCount][item % PaymentBatch.MaximumCount], values[i], some[i].Kind));
    });

    private void Begin(int[] counts) => parts = Array.ConvertAll(counts, count => Enumerable.Range(0, count).Select(_ => new AggregateValue[policy.KeyedWindows.Count]).ToArray());

    private void Add(PaymentBatch payments, int partition, int part, int index)
    {
        var (bytes, start) = (payments.Bytes, payments.Starts[index]);
        var payment = new PackedPayment(payments[index]);
        var at = payments.Clock == AssessmentClock.InitiatedAt ? payment.InitiatedAt : now;
        var reference = new ReferenceKey(payment.ReferenceHash, Memory(bytes, start, payment, payment.Text(PaymentMember.TransactionReference)));
        frame.Load(bytes, start, payment.Bytes.Length, at);
        policy.Prepare(frame, account, keyed);
        foreach (var kind in kinds)
        {
            if (KeyedMember.TryGet(payment, kind, out var key, out var hash))
            {
                observations.Add(hash, (part * PaymentBatch.MaximumCount) + index, new KeyObservation(
                    reference,
                    (byte)partition,
                    (byte)kind,
                    hash,
                    Memory(bytes, start, payment, key),
                    at,
                    keyed[..policy.KeyedWindows.Count],
                    bytes.AsMemory(start, payment.Bytes.Length)));
            }
        }
    }

    private void Take(AggregateValue[] into, AggregateValue[] values, byte kind)
    {
        for (var window = 0; window < into.Length; window++)
        {
            into[window] = policy.KeyedWindows[window].Key == (AggregateKey)kind ? values[window] : into[window];
        }
    }
}
