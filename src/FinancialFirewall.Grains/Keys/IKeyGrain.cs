using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.References;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Keys;

/// <summary>
/// One shard of a tenant's references and of its keys other than the debtor account (device, customer, merchant, payee, card). It calls nobody.
/// Key: tenant / shard.
/// </summary>
[Alias("ff.IKeyGrain")]
public interface IKeyGrain : IGrainWithStringKey
{
    /// <summary>Claims references for the partitions that are to decide them. Whoever is granted a claim has to settle it.</summary>
    [Alias("Claim")]
    Task<KeyClaims> Claim(KeyClaimRequest request);

    /// <summary>
    /// Counts payments at keys and gives, for each, the values of the policy's keyed windows in its order, this payment included; windows of other
    /// kinds of keys are absent. Observing again what is not settled gives the same values and counts nothing. Whoever observes has to settle.
    /// </summary>
    [Alias("Observe")]
    Task<IReadOnlyList<AggregateValue[]>> Observe(KeyObservations request);

    /// <summary>Ends claims: what was committed is found in the journal from now on, what was not may be claimed anew.</summary>
    [Alias("Settle")]
    Task Settle(KeySettlement settlement);

    /// <summary>Ends observations: what was committed is not asked for again, and what was not is not counted again when it is.</summary>
    [Alias("SettleObservations")]
    Task SettleObservations(ObservationSettlement settlement);

    /// <summary>Where a reference is, claimed or committed.</summary>
    [AlwaysInterleave, Alias("Find")]
    Task<ReferenceClaim> Find(ReferenceKey reference);

    /// <summary>Completes when nobody claims a reference, or whoever did has settled, or its claim has lapsed.</summary>
    [AlwaysInterleave, Alias("WaitForSettlement")]
    Task WaitForSettlement(ReferenceKey reference);

    /// <summary>Gets ready for a policy version: fills new windows from the journal, for a few seconds at a time.</summary>
    [AlwaysInterleave, Alias("Prepare")]
    Task<PublishProgress> Prepare(int version);

    /// <summary>The policy version by which it works now; 0 where there is none.</summary>
    [AlwaysInterleave, Alias("GetPolicyVersion")]
    Task<int> GetPolicyVersion();

    /// <summary>Observes by a committed policy version as well from the next request on; the version before stays known until the one after.</summary>
    [Alias("Switch")]
    Task Switch(int version);

    /// <summary>Forgets the windows of some keys.</summary>
    /// <param name="keyHashes">The hashes of the keys, which tell their kinds too.</param>
    [Alias("Forget")]
    Task Forget(IReadOnlyList<ulong> keyHashes);

    /// <summary>
    /// Counts in new windows what partitions decided by older versions before they switched, once every partition has switched; nothing happens when
    /// that was done.
    /// </summary>
    [Alias("Finish")]
    Task Finish(int version);
}
