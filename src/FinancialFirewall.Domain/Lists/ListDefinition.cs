using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>A named list of values: BLOCK and ALLOW lists watch one member of a payment, WATCH lists are used by rules (<c>member in @name</c>).</summary>
/// <param name="Name">The list's name in its tenant and in expressions: letters, digits, <c>_</c>, <c>-</c> and <c>.</c></param>
/// <param name="Kind">What an entry does to a payment.</param>
/// <param name="Mandatory">Whether it holds under a disabled toggle too, as sanctions lists must.</param>
/// <param name="Member">The member of the payment it watches; null for a WATCH list that any text member may be compared with.</param>
/// <param name="Entries">The values, at most <see cref="MaximumEntries"/>.</param>
public sealed record ListDefinition(string Name, ListKind Kind, bool Mandatory, PaymentMember? Member, IReadOnlyList<ListEntry> Entries)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 100;

    /// <summary>The most entries of one list.</summary>
    public const int MaximumEntries = 5_000_000;

    /// <summary>Which members its document stated although they have the value that they would have anyway.</summary>
    public StatedMembers Stated { get; init; }
}
