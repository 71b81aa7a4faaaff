namespace FinancialFirewall.Domain.Lists;

/// <summary>Values that somebody wants to remove.</summary>
/// <param name="Values">The values, as they were sent.</param>
/// <param name="Reason">Why; empty for nothing.</param>
public sealed record ListRemovalRequest(IReadOnlyList<string> Values, string Reason);
