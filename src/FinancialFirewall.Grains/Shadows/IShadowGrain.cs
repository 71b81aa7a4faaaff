using FinancialFirewall.Domain.Results;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>
/// Runs a draft beside the policy in force: reads the records of what was decided, decides the same payments by the draft, and compares. Nothing waits for it. A
/// tenant has one at a time, in memory. Key: the tenant.
/// </summary>
[Alias("ff.IShadowGrain")]
public interface IShadowGrain : IGrainWithStringKey
{
    /// <summary>Starts a draft as it is now; whatever ran before ends, and so does what was counted.</summary>
    /// <returns>How it stands; or <c>DRAFT_UNKNOWN</c>, <c>DRAFT_OUTDATED</c>, <c>SHADOWS_EXHAUSTED</c>, or everything for which it could not be published.</returns>
    [Alias("Start")]
    Task<Result<ShadowReport>> Start(Guid draft);

    /// <summary>What was counted so far; or <c>SHADOW_UNKNOWN</c>.</summary>
    [AlwaysInterleave, Alias("Find")]
    Task<Result<ShadowReport>> Find(Guid draft);

    /// <summary>Ends it; what was counted stays until another one is started.</summary>
    /// <returns>How it stands; or <c>SHADOW_UNKNOWN</c>.</returns>
    [AlwaysInterleave, Alias("End")]
    Task<Result<ShadowReport>> End(Guid draft);
}
