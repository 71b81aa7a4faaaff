namespace FinancialFirewall.Grains.Trials;

/// <summary>What is tried, and on what.</summary>
/// <param name="Chosen">The policy.</param>
/// <param name="AsOf">As of when counts what it leaves as it is.</param>
/// <param name="Windows">Its windows that are filled from stored records.</param>
/// <param name="Period">The records.</param>
/// <param name="Samples">How many payments of each change are kept.</param>
internal sealed record TrialSetup(ChosenPolicy Chosen, PolicyAsOf AsOf, TrialWindows Windows, TrialPeriod Period, int Samples);
