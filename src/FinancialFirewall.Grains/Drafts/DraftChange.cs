using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>What is to change about a draft; what is null stays as it is.</summary>
/// <param name="Tag">What the caller has seen, as <see cref="PolicyDraft.Tag"/>; null where that does not matter.</param>
[GenerateSerializer, Immutable, Alias("ff.DraftChange")]
public sealed record DraftChange([property: Id(0)] string? Tag)
{
    /// <summary>What people call it.</summary>
    [Id(1)]
    public string? Name { get; init; }

    /// <summary>Why it is made.</summary>
    [Id(2)]
    public string? Comment { get; init; }

    /// <summary>The whole policy file, UTF-8 JSON; masks stand for the secrets that are there.</summary>
    [Id(3)]
    public ReadOnlyMemory<byte>? Document { get; init; }
}
