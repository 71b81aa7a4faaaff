using FinancialFirewall.Architecture.Tests.Folders.Samples.Attic;

namespace FinancialFirewall.Architecture.Tests.Folders.Samples.Cellar;

/// <summary>Closes a circle of two folders with <see cref="Trunk"/>.</summary>
internal sealed record Barrel(Trunk? Above);
