using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Grains.Lists;

namespace FinancialFirewall.Gateway.GraphLists;

/// <summary>What a change of a list's entries did, as resolvers have it.</summary>
/// <param name="Counts">How many it added, replaced and removed.</param>
/// <param name="List">The list since.</param>
internal sealed record ListChangeNode(ListChangeCounts Counts, ListView List);
