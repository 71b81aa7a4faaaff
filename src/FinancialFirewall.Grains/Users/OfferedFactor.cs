using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>The key of a second factor that is to be confirmed by a code.</summary>
/// <param name="Secret">The key in base 32, for typing.</param>
/// <param name="Address">The same for an authenticator app, as a picture: <c>otpauth://totp/…</c>.</param>
[GenerateSerializer, Immutable, Alias("ff.OfferedFactor")]
public sealed record OfferedFactor([property: Id(0)] string Secret, [property: Id(1)] string Address);
