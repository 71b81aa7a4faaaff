namespace FinancialFirewall.Grains.Policies;

/// <summary>One policy version as it is kept.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Document">The policy file's canonical JSON, UTF-8.</param>
/// <param name="PublishedMicroseconds">When it was accepted, in microseconds since the Unix epoch.</param>
/// <param name="TenantSinceMicroseconds">When the tenant was created, in microseconds since the Unix epoch.</param>
internal sealed record StoredPolicy(int Version, byte[] Document, long PublishedMicroseconds, long TenantSinceMicroseconds);
