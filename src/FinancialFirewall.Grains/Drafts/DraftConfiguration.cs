using FinancialFirewall.Domain.Configurations;
using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>What is to become of one configuration in a draft.</summary>
/// <param name="Tag">What the caller has seen, as <see cref="PolicyDraft.Tag"/>; null where that does not matter.</param>
/// <param name="Id">The configuration; null for a new one.</param>
/// <param name="Configuration">What it is to be; null for one that is to be deleted.</param>
[GenerateSerializer, Immutable, Alias("ff.DraftConfiguration")]
public sealed record DraftConfiguration([property: Id(0)] string? Tag, [property: Id(1)] Guid? Id, [property: Id(2)] RiskConfiguration? Configuration);
