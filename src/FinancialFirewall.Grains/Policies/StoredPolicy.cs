namespace FinancialFirewall.Grains.Policies;

/// <summary>One policy version as it is kept.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Document">The policy file's canonical JSON, UTF-8; empty on the disk where <paramref name="Like"/> has it.</param>
/// <param name="PublishedMicroseconds">When it was accepted, in microseconds since the Unix epoch.</param>
/// <param name="TenantSinceMicroseconds">When the tenant was created, in microseconds since the Unix epoch.</param>
/// <param name="Like">The version whose document it shares but for what lists hold; null where it has one of its own.</param>
/// <param name="Contents">The hashes of what its lists hold, by their names, where they are other ones than in <paramref name="Like"/>.</param>
internal sealed record StoredPolicy(
    int Version, byte[] Document, long PublishedMicroseconds, long TenantSinceMicroseconds, int? Like = null, IReadOnlyDictionary<string, string>? Contents = null)
{
    /// <summary>What a policy is compiled as that is tried and not kept.</summary>
    /// <param name="version">The number that its decisions carry.</param>
    /// <param name="tenantSinceMicroseconds">When the tenant was created, in microseconds since the Unix epoch.</param>
    public static StoredPolicy Unpublished(int version, long tenantSinceMicroseconds) => new(version, [], PublishedMicroseconds: 0, tenantSinceMicroseconds);
}
