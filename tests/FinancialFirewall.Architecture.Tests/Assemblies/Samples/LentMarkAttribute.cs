namespace FinancialFirewall.Architecture.Tests.Assemblies.Samples;

/// <summary>What is used where <see cref="Lent"/> cannot be.</summary>
[AttributeUsage(AttributeTargets.Interface)]
internal sealed class LentMarkAttribute : Attribute;
