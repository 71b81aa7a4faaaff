using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Queries;

/// <summary>A configuration of one policy version, as records name it.</summary>
/// <param name="PolicyVersion">The policy version.</param>
/// <param name="Configuration">The place of the configuration in that policy; −1 stands for no configuration.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ConfigurationPlace(int PolicyVersion, short Configuration);
