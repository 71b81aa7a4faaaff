using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>One change of a list's entries, as it stands in a block.</summary>
internal readonly ref struct ListChange
{
    /// <summary>Whether the value leaves the list; otherwise it is added, or takes the place of the entry with the same key.</summary>
    public bool IsRemoval { get; init; }

    /// <summary>The value as it was given.</summary>
    public ReadOnlySpan<byte> Value { get; init; }

    /// <summary>What makes two values the same entry, and what payments are compared with: <see cref="ListKey"/>.</summary>
    public ReadOnlySpan<byte> Key { get; init; }

    /// <summary>From when on the entry no longer counts; the latest time there is for never, the earliest for a removal.</summary>
    public Instant ExpiresAt { get; init; }

    /// <summary>The place of the origin in its block.</summary>
    public int Origin { get; init; }

    /// <summary>The place of the reason in its block; -1 for none.</summary>
    public int Reason { get; init; }

    /// <summary>Where the next change begins.</summary>
    public int Next { get; init; }
}
