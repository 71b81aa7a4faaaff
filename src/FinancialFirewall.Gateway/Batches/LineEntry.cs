using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>One payment of a group, or what stands in its place.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Errors">Why it is no payment; null for the next payment of the group.</param>
/// <param name="Source">What was refused, where somebody wants to see it.</param>
internal readonly record struct LineEntry(BodyPlace Place, IReadOnlyList<Error>? Errors, ReadOnlyMemory<byte> Source = default);
