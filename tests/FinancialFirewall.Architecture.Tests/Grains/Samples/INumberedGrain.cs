using Orleans;

namespace FinancialFirewall.Architecture.Tests.Grains.Samples;

/// <summary>Its key cannot hold a tenant, two of its methods have one alias, and one has none and cannot be awaited.</summary>
[Alias("sample.Twice")]
internal interface INumberedGrain : IGrainWithIntegerKey
{
    int Ask();

    [Alias("Same")]
    Task First();

    [Alias("Same")]
    ValueTask<int> Second();
}
