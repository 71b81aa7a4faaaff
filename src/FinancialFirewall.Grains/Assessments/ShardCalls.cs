using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>A partition's way to its tenant's shards, one call a shard for a whole batch.</summary>
internal sealed class ShardCalls(IGrainFactory grains, TenantId tenant, int partition)
{
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];

    /// <summary>Claims the batch's own references, and looks for the originals that its refunds name.</summary>
    public async Task ClaimAsync(BatchInFlight batch)
    {
        var (claims, originals) = (new ShardParts<ReferenceKey>(), new ShardParts<ReferenceKey>());
        for (var i = 0; i < batch.Items.Length; i++)
        {
            ref var item = ref batch.Items[i];
            if (!item.IsOurs)
            {
                continue;
            }

            item.Shards |= claims.Add(item.Reference.Hash, i, item.Reference);
            if (ReleasedReference.Of(batch.Payments, item.Start, new PackedPayment(batch.Payments[i])) is { } original)
            {
                originals.Add(original.Hash, i, original);
            }
        }

        await ShardParts.CallAsync(claims.Shards | originals.Shards, async number =>
        {
            var answers = await Shard(number).Claim(new KeyClaimRequest(partition, claims.Values(number), originals.Values(number)));
            claims.ForEach(number, (item, i) => batch.Items[item].Claim = answers.Claims[i]);
            originals.ForEach(number, (item, i) => batch.Items[item].Original = answers.Originals[i]);
        });
    }

    /// <summary>Counts the payments that the batch decides at their keys.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="book">Gives the policy whose keyed windows are observed, and the clock; used before the first await only.</param>
    /// <param name="now">When the payments are observed, unless the clock comes from the payments.</param>
    public async Task ObserveAsync(BatchInFlight batch, PartitionBook book, Instant now)
    {
        var policy = book.Policy;
        if (policy.KeyedWindows.Count == 0)
        {
            return;
        }

        var parts = new ShardParts<KeyObservation>();
        for (var i = 0; i < batch.Items.Length; i++)
        {
            if (batch.Items[i].IsDecidedHere)
            {
                Observe(parts, batch, i, book, now);
            }
        }

        await ShardParts.CallAsync(parts.Shards, async number =>
        {
            var values = await Shard(number).Observe(new KeyObservations(partition, policy.Version, parts.Values(number)));
            parts.ForEach(number, (item, i) => Take(batch.Items[item].Keyed!, values[i], policy, parts.Values(number)[i].Kind));
        });
    }

    /// <summary>Ends the claims and observations of a batch.</summary>
    public Task SettleAsync(BatchInFlight batch)
    {
        var touched = 0UL;
        foreach (ref readonly var item in batch.Items.AsSpan())
        {
            touched |= item.IsDecidedHere ? item.Shards : 0;
        }

        return ShardParts.CallAsync(touched, number => Shard(number).Settle(Settlement(batch, 1UL << number)));
    }

    private static void Take(AggregateValue[] into, AggregateValue[] values, CompiledPolicy policy, byte kind)
    {
        for (var window = 0; window < into.Length; window++)
        {
            into[window] = policy.KeyedWindows[window].Key == (AggregateKey)kind ? values[window] : into[window];
        }
    }

    private IKeyGrain Shard(int number) => grains.GetGrain<IKeyGrain>(TenantGrainKeys.Numbered(tenant, number));

    private KeySettlement Settlement(BatchInFlight batch, ulong shard)
    {
        var (references, sequences) = (new List<ReferenceKey>(), new List<long>());
        foreach (ref readonly var item in batch.Items.AsSpan())
        {
            if (item.IsDecidedHere && (item.Shards & shard) != 0)
            {
                references.Add(item.Reference);
                sequences.Add(item.Sequence);
            }
        }

        return new KeySettlement(partition, references, sequences);
    }

    private void Observe(ShardParts<KeyObservation> parts, BatchInFlight batch, int index, PartitionBook book, Instant now)
    {
        var policy = book.Policy;
        ref var item = ref batch.Items[index];
        item.Keyed = new AggregateValue[policy.KeyedWindows.Count];
        var payment = new PackedPayment(batch.Payments[index]);
        var at = book.TimeOf(payment, batch.Payments.Clock, now);
        book.Frame.Load(batch.Payments.Bytes, item.Start, item.Length, at);
        policy.Prepare(book.Frame, account, keyed);
        foreach (var kind in policy.KeyedWindows.Select(window => window.Key).Distinct())
        {
            if (KeyedMember.TryGet(payment, kind, out var key, out var hash))
            {
                payment.Bytes.Overlaps(key, out var offset);
                item.Shards |= parts.Add(hash, index, new KeyObservation(
                    item.Reference,
                    (byte)kind,
                    hash,
                    batch.Payments.Bytes.AsMemory(item.Start + offset, key.Length),
                    at,
                    keyed[..policy.KeyedWindows.Count],
                    batch.Payments.Bytes.AsMemory(item.Start, item.Length)));
            }
        }
    }
}
