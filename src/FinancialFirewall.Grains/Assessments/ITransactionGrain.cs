using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Grains.Policies;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>One partition of a tenant's accounts: their histories, the policy in force, and the write end of its journal. Key: tenant / partition.</summary>
[Alias("ff.ITransactionGrain")]
public interface ITransactionGrain : IGrainWithStringKey
{
    /// <summary>Decides payments of this partition's accounts, in the order in which they were sent, and answers when all of it is on disk.</summary>
    [AlwaysInterleave, Alias("Assess")]
    Task<DecidedBatch> Assess(PartitionBatch batch);

    /// <summary>Decides payments as if they came now, and keeps nothing.</summary>
    [AlwaysInterleave, Alias("Preview")]
    Task<AssessmentAnswer[]> Preview(PaymentBatch batch);

    /// <summary>The committed record of a sequence number; empty when there is none.</summary>
    [AlwaysInterleave, Alias("Read")]
    Task<ReadOnlyMemory<byte>> Read(long sequence);

    /// <summary>What happened to a committed assessment since its first decision, and is on disk, oldest first; empty where there is no such assessment.</summary>
    [AlwaysInterleave, Alias("ReadFollowUps")]
    Task<IReadOnlyList<FollowUp>> ReadFollowUps(long sequence);

    /// <summary>Completes when everything that was decided before this call is on disk.</summary>
    [AlwaysInterleave, Alias("Drain")]
    Task Drain();

    /// <summary>Tells the originals of this partition's refunds, reversals and returns what to give back. Those that cannot be told now are told later.</summary>
    [AlwaysInterleave, Alias("SendReleases")]
    Task SendReleases();

    /// <summary>
    /// Takes what a refund, reversal or return gives back out of the sums of its original's account, at most what is left of the original.
    /// The same refund twice releases once.
    /// </summary>
    [AlwaysInterleave, Alias("Release")]
    Task Release(ReleaseRequest request);

    /// <summary>Records what happens to assessments of this partition after their first decision, in the order of the requests, and answers when all of it is on disk.</summary>
    [AlwaysInterleave, Alias("FollowUp")]
    Task<FollowUpAnswer[]> FollowUp(IReadOnlyList<FollowUpRequest> requests);

    /// <summary>The assessments of this partition that wait for a person.</summary>
    [AlwaysInterleave, Alias("ListReviews")]
    Task<PartitionQueue> ListReviews();

    /// <summary>Forgets the accounts whose persons were erased, in memory and in snapshots.</summary>
    [AlwaysInterleave, Alias("Forget")]
    Task Forget();

    /// <summary>Gets ready for a policy version: compiles it and fills new windows from the journal, for a few seconds at a time.</summary>
    [AlwaysInterleave, Alias("Prepare")]
    Task<PublishProgress> Prepare(int version);

    /// <summary>The policy version by which it works now; 0 where there is none.</summary>
    [AlwaysInterleave, Alias("GetPolicyVersion")]
    Task<int> GetPolicyVersion();

    /// <summary>Decides by a committed policy version from the very next payment on. It must have been prepared.</summary>
    [AlwaysInterleave, Alias("Switch")]
    Task Switch(int version);
}
