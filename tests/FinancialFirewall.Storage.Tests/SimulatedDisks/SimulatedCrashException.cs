namespace FinancialFirewall.Storage.Tests.SimulatedDisks;

/// <summary>The simulated machine has lost its power: nothing works until it is restarted.</summary>
public sealed class SimulatedCrashException() : IOException("The simulated machine has no power.");
