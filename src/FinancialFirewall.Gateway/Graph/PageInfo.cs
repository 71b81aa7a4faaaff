namespace FinancialFirewall.Gateway.Graph;

/// <summary>Where a page stands among the others, as Relay's specification of connections has it.</summary>
/// <param name="HasNextPage">Whether there is more behind it.</param>
/// <param name="HasPreviousPage">Whether it is behind another one.</param>
/// <param name="StartCursor">Where it begins; null where it is empty.</param>
/// <param name="EndCursor">Where to go on.</param>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
{
    /// <summary>Where a page of edges stands.</summary>
    /// <param name="edges">What is on it.</param>
    /// <param name="after">Behind what it was asked for; null for the first one.</param>
    /// <param name="next">Where the next one begins; null where there is none.</param>
    public static PageInfo Of<T>(IReadOnlyList<Edge<T>> edges, string? after, string? next)
        => new(next is not null, after is not null, edges.Count > 0 ? edges[0].Cursor : null, next ?? (edges.Count > 0 ? edges[^1].Cursor : null));
}
