using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>How a draft is published.</summary>
/// <param name="Tag">What the caller has seen, as <see cref="PolicyDraft.Tag"/>; null where that does not matter. An approval takes the whole of it.</param>
/// <param name="Comment">Why, for people; empty for the draft's own comment.</param>
/// <param name="IsApproval">Whether the caller approves what somebody else has submitted.</param>
[GenerateSerializer, Immutable, Alias("ff.DraftPublication")]
public sealed record DraftPublication([property: Id(0)] string? Tag, [property: Id(1)] string Comment, [property: Id(2)] bool IsApproval);
