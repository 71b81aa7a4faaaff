using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Finds lists that change nothing.</summary>
internal static class ListChecks
{
    public static IEnumerable<PolicyWarning> Check(IReadOnlyList<ListDefinition> lists, IReadOnlyList<ReadConfiguration> read)
    {
        var used = read.SelectMany(static configuration => configuration.Conditions)
            .SelectMany(static condition => ExpressionLeaves.ListNames(condition)).ToHashSet(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            var pointer = JsonPointer.Member("/lists", list.Name);
            if (list.Kind == ListKind.Watch && !used.Contains(list.Name))
            {
                yield return new("LIST_NEVER_USED", pointer, $"No rule and no criterion asks for @{list.Name}, and a WATCH list does nothing else.");
            }
            else if (list.Entries.Count == 0 && list.Content is null)
            {
                yield return new("LIST_EMPTY", pointer, $"The list {list.Name} has no entries, so no payment is ever in it.");
            }
        }
    }
}
