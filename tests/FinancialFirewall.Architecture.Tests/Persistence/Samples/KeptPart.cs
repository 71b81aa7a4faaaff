namespace FinancialFirewall.Architecture.Tests.Persistence.Samples;

/// <summary>Stands for what is kept inside of something else, with a member that was called Title once.</summary>
internal sealed record KeptPart(string Name);
