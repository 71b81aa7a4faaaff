using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>One line of a group, in its order.</summary>
/// <param name="Number">Its number in the whole input, from 1, blank lines counted.</param>
/// <param name="Errors">Why it is no payment; null for the next payment of the group.</param>
internal readonly record struct LineEntry(long Number, IReadOnlyList<Error>? Errors);
