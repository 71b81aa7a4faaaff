using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <summary>How an import stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="List">The list.</param>
/// <param name="Replaces">Whether what was in the list leaves it.</param>
/// <param name="DryRun">Whether it is only tried.</param>
/// <param name="StartedBy">Who sends it.</param>
/// <param name="StartedAt">When it began.</param>
[GenerateSerializer, Immutable, Alias("ff.ListImportState")]
public sealed record ListImportState(
    [property: Id(0)] string Id, [property: Id(1)] string List, [property: Id(2)] bool Replaces, [property: Id(3)] bool DryRun,
    [property: Id(4)] string StartedBy, [property: Id(5)] Instant StartedAt)
{
    /// <summary>How it stands.</summary>
    [Id(6)]
    public ListImportStatus Status { get; init; }

    /// <summary>What was read so far.</summary>
    [Id(7)]
    public ListImportProgress Progress { get; init; }

    /// <summary>How many entries were taken so far.</summary>
    [Id(8)]
    public int Entries { get; init; }

    /// <summary>What it did, or would do; nothing before the end.</summary>
    [Id(9)]
    public ListChangeCounts Counts { get; init; }

    /// <summary>The hash of what the list holds since; null before the end.</summary>
    [Id(10)]
    public string? Content { get; init; }

    /// <summary>When it ended; null before.</summary>
    [Id(11)]
    public Instant? EndedAt { get; init; }
}
