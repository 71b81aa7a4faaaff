using FinancialFirewall.Domain.Results;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>The one published policy of a tenant, and its publishing. Key: the tenant.</summary>
[Alias("ff.IPolicyGrain")]
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Publishes a change and answers when every partition decides by it: it holds for the very next payment. Publishing what is already in force
    /// changes nothing and gives the version in force.
    /// </summary>
    /// <returns>
    /// The version in force; or why it was refused (every error of the file, or <c>POLICY_VERSION_CONFLICT</c>); or <c>PUBLISH_PENDING</c>: it is
    /// accepted and rolls forward, and until then either version may decide; or <c>POLICY_BUSY</c>: somebody else's is still on its way, and this one was not begun.
    /// </returns>
    [Alias("Publish")]
    Task<Result<PublishedPolicy>> Publish(PolicyChange change);

    /// <summary>The version in force; null before the first.</summary>
    [AlwaysInterleave, Alias("GetPublished")]
    Task<PublishedPolicy?> GetPublished();

    /// <summary>Asks every partition and shard for its version, and has those that are behind switch.</summary>
    /// <returns>What they said; or <c>PUBLISH_PENDING</c>.</returns>
    [Alias("Verify")]
    Task<Result<PolicyAgreement>> Verify();

    /// <summary>Rolls forward what an earlier process left half published; called once at start.</summary>
    [Alias("Resume")]
    Task Resume();
}
