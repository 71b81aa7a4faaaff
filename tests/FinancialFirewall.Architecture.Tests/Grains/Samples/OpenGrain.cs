using Orleans;

namespace FinancialFirewall.Architecture.Tests.Grains.Samples;

/// <summary>Can be derived from.</summary>
#pragma warning disable CA1852 // That it is open is what the sample shows.
internal class OpenGrain : Grain, IQuietGrain;
#pragma warning restore CA1852
