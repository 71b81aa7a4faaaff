using Orleans;

namespace FinancialFirewall.Architecture.Tests.Grains.Samples;

/// <summary>Gives one number twice, under an alias that is taken.</summary>
[GenerateSerializer, Immutable, Alias("sample.Twice")]
internal sealed record TwiceMessage([property: Id(3)] int First, [property: Id(3)] int Second);
