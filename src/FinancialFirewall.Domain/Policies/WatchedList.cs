using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Policies;

/// <summary>A BLOCK or ALLOW list beside the member that it watches.</summary>
/// <param name="Index">The list's place in the policy.</param>
/// <param name="Kind">BLOCK or ALLOW.</param>
/// <param name="Mandatory">Whether it holds under a disabled toggle too.</param>
/// <param name="Member">The member that it watches.</param>
/// <param name="Matcher">Its entries.</param>
internal sealed record WatchedList(short Index, ListKind Kind, bool Mandatory, PaymentMember Member, ListMatcher Matcher)
{
    /// <summary>In which order lists are asked: BLOCK before ALLOW, mandatory before others, then as in the policy.</summary>
    public int Rank => (Kind == ListKind.Block ? 0 : 2) + (Mandatory ? 0 : 1);

    /// <summary>Whether the payment has the member and the list holds its value; what is absent is in no list.</summary>
    public bool Holds(EvaluationFrame frame) => frame.Has(Member) && Matcher.Contains(frame.Text(Member), frame.HashOf(Member), frame.AssessedAt);

    /// <summary>The entry that holds the payment's value; null where none does. Lists watch members that payments hold as text.</summary>
    public ListEntry? Find(EvaluationFrame frame) => frame.Has(Member) ? Matcher.FindEntry(frame.Text(Member), frame.AssessedAt) : null;
}
