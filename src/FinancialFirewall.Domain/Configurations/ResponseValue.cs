namespace FinancialFirewall.Domain.Configurations;

/// <summary>Where a value stands in the engine's reply, and what its values mean.</summary>
/// <param name="Path">A JSON path such as <c>$.result.score</c>.</param>
/// <param name="Values">What the engine's words mean in ours, such as <c>DENY</c> → <c>REJECT</c>; null where they are the same.</param>
public sealed record ResponseValue(string Path, IReadOnlyList<KeyValuePair<string, string>>? Values = null);
