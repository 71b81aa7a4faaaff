using System.Runtime.InteropServices;

namespace Orleans.Simulation;

/// <summary>One step of a <see cref="DeterministicScheduler"/>.</summary>
/// <param name="Number">Which step it is, from 1.</param>
/// <param name="Choice">Which of the runnable pieces of work was chosen, from 0.</param>
/// <param name="Runnable">How many there were.</param>
/// <param name="Instant">The virtual time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SchedulerStep(long Number, int Choice, int Runnable, DateTimeOffset Instant);
