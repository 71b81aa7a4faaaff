using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>An API key that was made just now.</summary>
/// <param name="Secret">The key, which is here and nowhere else: only a hash is kept.</param>
/// <param name="Info">What may be told about it later.</param>
[GenerateSerializer, Immutable, Alias("ff.IssuedApiKey")]
public sealed record IssuedApiKey([property: Id(0)] string Secret, [property: Id(1)] ApiKeyInfo Info);
