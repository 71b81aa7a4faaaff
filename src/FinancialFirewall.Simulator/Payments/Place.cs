using System.Runtime.InteropServices;

namespace FinancialFirewall.Simulator.Payments;

/// <summary>A place on earth, in 1/10,000 of a degree, about eleven metres.</summary>
/// <param name="Latitude">North.</param>
/// <param name="Longitude">East.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(int Latitude, int Longitude);
