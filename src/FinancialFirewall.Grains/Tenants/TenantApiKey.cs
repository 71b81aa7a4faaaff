namespace FinancialFirewall.Grains.Tenants;

/// <summary>What is kept of an API key.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Sha256">SHA-256 of the key's UTF-8 bytes; the key itself is not kept.</param>
/// <param name="CreatedMicroseconds">When it was made, in microseconds since the Unix epoch.</param>
public sealed record TenantApiKey(string Label, byte[] Sha256, long CreatedMicroseconds);
