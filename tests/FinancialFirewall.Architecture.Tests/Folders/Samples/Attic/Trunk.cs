using FinancialFirewall.Architecture.Tests.Folders.Samples.Cellar;

namespace FinancialFirewall.Architecture.Tests.Folders.Samples.Attic;

/// <summary>Closes a circle of two folders with <see cref="Barrel"/>.</summary>
internal sealed record Trunk(Barrel? Below);
