using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Where a text stands in a packed payment.</summary>
/// <param name="Start">Where it starts, in bytes from the start of the payment.</param>
/// <param name="Length">How many bytes it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextPlace(int Start, int Length);
