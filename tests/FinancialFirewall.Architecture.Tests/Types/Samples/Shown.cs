namespace FinancialFirewall.Architecture.Tests.Types.Samples;

/// <summary>Public because <see cref="Needed"/> shows it.</summary>
public sealed record Shown(int Number);
