using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>A list of a policy.</summary>
/// <param name="Definition">What it does.</param>
/// <param name="Content">What it holds, where that is kept beside the policy; null where the entries stand in the policy itself.</param>
internal sealed record ListNode(ListDefinition Definition, ListContent? Content)
{
    /// <summary>How many entries it has.</summary>
    public int EntryCount => Content?.Count ?? Definition.Entries.Count;

    /// <summary>The entries.</summary>
    public IEnumerable<ListEntry> Entries => Content?.Read(ListSearch.All).Select(static entry => entry.Value) ?? Definition.Entries;
}
