namespace FinancialFirewall.Architecture.Tests.Types.Samples;

/// <summary>Shows <see cref="Shown"/> to whoever uses it.</summary>
public sealed record Needed(IReadOnlyList<Shown[]> All);
