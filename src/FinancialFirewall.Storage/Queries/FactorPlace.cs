using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Queries;

/// <summary>A factor of one configuration of one policy version, as records name it.</summary>
/// <param name="PolicyVersion">The policy version.</param>
/// <param name="Configuration">The place of the configuration in that policy.</param>
/// <param name="Factor">The place of the factor in that configuration, 0 to 255.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FactorPlace(int PolicyVersion, short Configuration, byte Factor);
