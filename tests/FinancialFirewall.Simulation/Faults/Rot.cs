using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Simulation.Faults;

/// <summary>A bit that is not what was written.</summary>
/// <param name="Path">The file's name when it rotted.</param>
/// <param name="File">The file.</param>
/// <param name="Offset">Where.</param>
/// <param name="Bit">Which bit of the byte.</param>
internal sealed record Rot(string Path, SimulatedFile File, long Offset, int Bit);
