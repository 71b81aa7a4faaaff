namespace FinancialFirewall.Architecture.Tests.Persistence.Samples;

/// <summary>Stands for what a grain keeps.</summary>
internal sealed record KeptState(IReadOnlyList<KeptPart> Parts);
