using Orleans;

namespace FinancialFirewall.Architecture.Tests.Grains.Samples;

/// <summary>Has no alias.</summary>
internal interface IQuietGrain : IGrainWithStringKey;
