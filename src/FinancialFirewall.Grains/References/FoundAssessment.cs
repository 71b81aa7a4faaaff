using System.Runtime.InteropServices;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Grains.References;

/// <summary>The committed assessment of a reference.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Record">Its bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundAssessment(RecordAddress Address, ReadOnlyMemory<byte> Record);
