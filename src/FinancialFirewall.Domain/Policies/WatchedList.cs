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
internal sealed record WatchedList(short Index, ListKind Kind, bool Mandatory, PaymentMember Member, CompiledList Matcher)
{
    /// <summary>In which order lists are asked: BLOCK before ALLOW, mandatory before others, then as in the policy.</summary>
    public int Rank => (Kind == ListKind.Block ? 0 : 2) + (Mandatory ? 0 : 1);

    /// <summary>Whether the payment has the member and the list holds its value; what is absent is in no list.</summary>
    public bool Holds(EvaluationFrame frame) => Find(frame) >= 0;

    /// <summary>The entry that holds the payment's value; below 0 where none does. Lists watch members that payments hold as text.</summary>
    public int Find(EvaluationFrame frame)
        => frame.Has(Member) ? Matcher.Find(frame.Text(Member), frame.HashOf(Member), frame.AssessedAt) : -1;
}
