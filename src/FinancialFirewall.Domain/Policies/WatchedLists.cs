using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Domain.Policies;

/// <summary>The lists that decide by themselves, in the order in which they are asked.</summary>
internal sealed class WatchedLists(IEnumerable<WatchedList> lists)
{
    private readonly WatchedList[] ordered = [.. lists.OrderBy(static list => list.Rank).ThenBy(static list => list.Index)];

    /// <summary>All of them.</summary>
    public IReadOnlyList<WatchedList> All => ordered;

    /// <summary>The list that decides: the first BLOCK list that holds the payment, else the first ALLOW list.</summary>
    /// <param name="frame">The payment.</param>
    /// <param name="onlyMandatoryBlocks">Whether only sanctions count, because the fraud check is off.</param>
    public WatchedList? Find(EvaluationFrame frame, bool onlyMandatoryBlocks)
    {
        foreach (var list in ordered)
        {
            if (onlyMandatoryBlocks && !(list.Mandatory && list.Kind == ListKind.Block))
            {
                continue;
            }

            if (list.Holds(frame))
            {
                return list;
            }
        }

        return null;
    }
}
