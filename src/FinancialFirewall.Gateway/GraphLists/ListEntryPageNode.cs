using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Lists;

namespace FinancialFirewall.Gateway.GraphLists;

/// <summary>A page of a list's entries as resolvers have it.</summary>
internal sealed record ListEntryPageNode(IReadOnlyList<Edge<ListEntry>> Edges, PageInfo Info)
{
    /// <summary>A page that was read.</summary>
    /// <param name="page">The page.</param>
    /// <param name="after">Behind what it was asked for; null for the first one.</param>
    public static ListEntryPageNode Of(ListEntryPage page, string? after)
    {
        List<Edge<ListEntry>> edges = [.. page.Entries.Select(static pair => new Edge<ListEntry>(pair.Key, pair.Value))];
        return new ListEntryPageNode(edges, PageInfo.Of(edges, after, page.Next));
    }
}
