namespace FinancialFirewall.Domain.Lists;

/// <summary>Entries that somebody wants to add.</summary>
/// <param name="Entries">The entries, as they were sent.</param>
/// <param name="Reason">Why all of them; empty for nothing.</param>
/// <param name="Pointer">Where each of them stands in the body.</param>
public sealed record ListEntryRequest(IReadOnlyList<ListEntry> Entries, string Reason, Func<int, string> Pointer);
