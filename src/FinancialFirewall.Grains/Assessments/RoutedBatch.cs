using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// A batch on its way through the firewall, dealt out to the partitions of its debtor accounts and to the shards of its references. The order inside
/// each is the order of the batch. Payments are copied, so that a message holds what its receiver needs and nothing else.
/// </summary>
internal sealed class RoutedBatch
{
    private readonly Dictionary<int, ReferenceClaim> taken = [];
    private readonly HashSet<int> unknown = [];

    /// <summary>Deals out a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="answers">Takes what becomes of each payment; empty, and at least as long as the batch.</param>
    public RoutedBatch(PaymentBatch batch, AssessmentAnswer[] answers)
    {
        Answers = answers;
        Deal(batch);
        Parts = [.. Parts.SelectMany(part => part.Split())];
    }

    public List<PartitionPart> Parts { get; private set; } = [];

    public List<ShardPart> Shards { get; } = [];

    /// <summary>What became of each payment, in the order of the batch.</summary>
    public AssessmentAnswer[] Answers { get; }

    /// <summary>The payments, by their place in the batch, whose reference somebody else had first.</summary>
    public IReadOnlyDictionary<int, ReferenceClaim> Taken => taken;

    /// <summary>What was counted at other keys for it, by the numbers of <see cref="Parts"/>; null while nothing was.</summary>
    public BatchObservations? Observations { get; set; }

    /// <summary>Whether nobody knows what became of a payment.</summary>
    public bool IsUnknown(int item) => unknown.Contains(item);

    /// <summary>The partition of a payment of this batch, where refunds were decided that it may be one of; else null.</summary>
    public int? PartWithReleases(ReadOnlySpan<byte> packed)
    {
        var payment = new PackedPayment(packed);
        if (CompiledPolicy.CountsInWindows(payment.Kind))
        {
            return null;
        }

        var partition = TenantGrainKeys.PartitionOf(payment.AccountHash);
        return Parts.Exists(part => part.Number == partition && part.HasReleases) ? partition : null;
    }

    /// <summary>Whether a payment's decision is known to be on disk.</summary>
    /// <param name="part">The part's number.</param>
    /// <param name="index">The payment's place in it.</param>
    public bool IsDecided(int part, int index) => !Answers[Parts[part].Items[index]].Record.IsEmpty;

    /// <summary>Refuses the payments of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="error">Why.</param>
    /// <param name="isUnknown">Whether they may yet be decided all the same.</param>
    public void Refuse(PartitionPart part, Error error, bool isUnknown)
    {
        var refused = AssessmentAnswer.Refused(error);
        foreach (var item in part.Items)
        {
            Answers[item] = refused;
        }

        if (isUnknown)
        {
            unknown.UnionWith(part.Items);
        }
    }

    /// <summary>Takes in what a partition answered.</summary>
    public void Take(PartitionPart part, DecidedBatch decided)
    {
        if (decided.Refusal is { } refusal)
        {
            Refuse(part, refusal, isUnknown: false);
            return;
        }

        part.HasReleases = decided.HasReleases;
        for (var i = 0; i < part.Items.Length; i++)
        {
            Answers[part.Items[i]] = new AssessmentAnswer(decided[i], IsDuplicate: false, Refusal: null);
        }
    }

    /// <summary>Leaves out what somebody else has, once everything is claimed that can be.</summary>
    public void LeaveTaken()
    {
        foreach (var shard in Shards.Where(shard => shard.Claims?.Claims is not null || taken.Count > 0))
        {
            for (var i = 0; i < shard.Items.Length; i++)
            {
                // What was taken over from a claim that lapsed comes a second time, and is the batch's own then.
                taken.Remove(shard.Items[i]);
                if (shard.ClaimOf(i) is { State: not ReferenceState.Free } claim)
                {
                    taken.Add(shard.Items[i], claim);
                }
            }
        }

        if (taken.Count > 0)
        {
            Parts.ForEach(part => part.Leave(taken));
            Parts.RemoveAll(part => part.Items.Length == 0);
        }
    }

    private void Deal(PaymentBatch batch)
    {
        Span<int> counts = stackalloc int[TenantGrainKeys.Partitions];
        Span<int> lengths = stackalloc int[TenantGrainKeys.Partitions];
        Span<int> references = stackalloc int[TenantGrainKeys.Shards];
        for (var i = 0; i < batch.Count; i++)
        {
            var payment = new PackedPayment(batch[i]);
            var partition = TenantGrainKeys.PartitionOf(payment.AccountHash);
            counts[partition]++;
            lengths[partition] += payment.Bytes.Length;
            references[TenantGrainKeys.PartitionOf(payment.ReferenceHash)]++;
        }

        // Where the part of a number stands in its list, from 1 on.
        Span<int> parts = stackalloc int[TenantGrainKeys.Partitions];
        Span<int> shards = stackalloc int[TenantGrainKeys.Shards];
        for (var i = 0; i < batch.Count; i++)
        {
            var payment = new PackedPayment(batch[i]);
            var partition = TenantGrainKeys.PartitionOf(payment.AccountHash);
            var shard = TenantGrainKeys.PartitionOf(payment.ReferenceHash);
            if (parts[partition] == 0)
            {
                Parts.Add(new PartitionPart(partition, counts[partition], lengths[partition], batch.Clock));
                parts[partition] = Parts.Count;
            }

            if (shards[shard] == 0)
            {
                Shards.Add(new ShardPart(shard, references[shard]));
                shards[shard] = Shards.Count;
            }

            var reference = Parts[parts[partition] - 1].Add(payment, i);
            Shards[shards[shard] - 1].Add(payment.ReferenceHash, reference, partition, i);
        }
    }
}
