using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Counts the payments of a batch at their other keys than the debtor account, one call a shard, and brings back the windows' values.</summary>
internal sealed class BatchObservations(TenantGrains grains, CompiledPolicy policy, Instant now)
{
    private readonly EvaluationFrame frame = new();
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly AggregateKey[] kinds = [.. policy.KeyedWindows.Select(window => window.Key).Distinct()];

    /// <summary>Observes some parts of a batch by the policy.</summary>
    public async Task ObserveAsync(IReadOnlyList<PartitionPart> parts)
    {
        foreach (var part in parts)
        {
            part.ObservedBy = policy.Version;
            part.Keyed = kinds.Length == 0 ? null : new AggregateValue[part.Items.Length][];
        }

        var observations = new ShardParts<KeyObservation>();
        foreach (var place in kinds.Length == 0 ? [] : InOrderOfTheBatch(parts))
        {
            var (part, index) = (place / PaymentBatch.MaximumCount, place % PaymentBatch.MaximumCount);
            parts[part].Keyed![index] = new AggregateValue[policy.KeyedWindows.Count];
            Observe(observations, parts[part], part, index);
        }

        await ShardParts.CallAsync(observations.Shards, async number =>
        {
            var some = observations.Values(number);
            var values = await grains.Shard(number).Observe(new KeyObservations(policy.Version, some));
            observations.ForEach(number, (item, i) => Take(parts[item / PaymentBatch.MaximumCount].Keyed![item % PaymentBatch.MaximumCount], values[i], some[i].Kind));
        });
    }

    /// <summary>
    /// The places of all payments, in the order of the batch: a key that payers of several partitions share counts them as they came, however the input
    /// was cut into batches.
    /// </summary>
    private static int[] InOrderOfTheBatch(IReadOnlyList<PartitionPart> parts)
    {
        var places = new int[parts.Sum(static part => part.Items.Length)];
        var items = new int[places.Length];
        var added = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            for (var i = 0; i < parts[part].Items.Length; i++)
            {
                (items[added], places[added++]) = (parts[part].Items[i], (part * PaymentBatch.MaximumCount) + i);
            }
        }

        Array.Sort(items, places);
        return places;
    }

    private void Observe(ShardParts<KeyObservation> observations, PartitionPart part, int partIndex, int index)
    {
        var (bytes, start) = (part.Payments.Bytes, part.Payments.Starts[index]);
        var payment = new PackedPayment(part.Payments[index]);
        var at = part.Payments.Clock == AssessmentClock.InitiatedAt ? payment.InitiatedAt : now;
        var reference = new ReferenceKey(payment.ReferenceHash, Memory(bytes, start, payment, payment.Text(PaymentMember.TransactionReference)));
        frame.Load(bytes, start, payment.Bytes.Length, at);
        policy.Prepare(frame, account, keyed);
        foreach (var kind in kinds)
        {
            if (KeyedMember.TryGet(payment, kind, out var key, out var hash))
            {
                observations.Add(hash, (partIndex * PaymentBatch.MaximumCount) + index, new KeyObservation(
                    reference,
                    (byte)part.Number,
                    (byte)kind,
                    hash,
                    Memory(bytes, start, payment, key),
                    at,
                    keyed[..policy.KeyedWindows.Count],
                    bytes.AsMemory(start, payment.Bytes.Length)));
            }
        }
    }

    private static ReadOnlyMemory<byte> Memory(byte[] bytes, int start, PackedPayment payment, ReadOnlySpan<byte> text)
    {
        payment.Bytes.Overlaps(text, out var offset);
        return bytes.AsMemory(start + offset, text.Length);
    }

    private void Take(AggregateValue[] into, AggregateValue[] values, byte kind)
    {
        for (var window = 0; window < into.Length; window++)
        {
            into[window] = policy.KeyedWindows[window].Key == (AggregateKey)kind ? values[window] : into[window];
        }
    }
}
