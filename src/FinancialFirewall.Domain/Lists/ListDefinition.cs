using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>A named list of values: BLOCK and ALLOW lists watch one member of a payment, WATCH lists are used by rules (<c>member in @name</c>).</summary>
/// <param name="Name">The list's name in its tenant and in expressions: letters, digits, <c>_</c>, <c>-</c> and <c>.</c></param>
/// <param name="Kind">What an entry does to a payment.</param>
/// <param name="Mandatory">Whether it holds under a disabled toggle too, as sanctions lists must.</param>
/// <param name="Member">The member of the payment it watches; null for a WATCH list that any text member may be compared with.</param>
/// <param name="Entries">The values that stand in the policy file itself, at most <see cref="MaximumEntries"/>; none where <see cref="Content"/> says what the list holds.</param>
public sealed record ListDefinition(string Name, ListKind Kind, bool Mandatory, PaymentMember? Member, IReadOnlyList<ListEntry> Entries)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 100;

    /// <summary>The most entries of one list.</summary>
    public const int MaximumEntries = 5_000_000;

    /// <summary>
    /// The hash of what the list holds (<see cref="ListChain"/>), where that is kept beside the policy and changed entry by entry; null where the entries stand in the
    /// file itself.
    /// </summary>
    public string? Content { get; init; }

    /// <summary>Whether the file said nothing about what the list holds: what a tenant has in a list of this name stays in it.</summary>
    public bool LeavesContent { get; init; }

    /// <summary>Which members its document stated although they have the value that they would have anyway.</summary>
    public StatedMembers Stated { get; init; }
}
