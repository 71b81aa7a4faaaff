namespace FinancialFirewall.Architecture.Tests.Assemblies.Samples;

/// <summary>What is used where <see cref="Lent"/> cannot be.</summary>
internal sealed class LentException : Exception;
