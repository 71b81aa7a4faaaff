namespace FinancialFirewall.Domain.Lists;

/// <summary>One change of a list's contents, from one revision to the next.</summary>
/// <param name="Replaces">Whether nothing of what was in the list before stays.</param>
/// <param name="Blocks">The changes, of which a later one counts before an earlier one.</param>
public sealed record ListDelta(bool Replaces, IReadOnlyList<ListBlock> Blocks);
