namespace FinancialFirewall.Grains.Policies;

/// <summary>One policy version as it is kept.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Document">The policy file's canonical JSON, UTF-8; empty on the disk where <paramref name="Like"/> has it.</param>
/// <param name="PublishedMicroseconds">When it was accepted, in microseconds since the Unix epoch.</param>
/// <param name="TenantSinceMicroseconds">When the tenant was created, in microseconds since the Unix epoch.</param>
/// <param name="Like">The version whose document it shares but for what lists hold; null where it has one of its own.</param>
/// <param name="Contents">The hashes of what its lists hold, by their names, where they are other ones than in <paramref name="Like"/>.</param>
internal sealed record StoredPolicy(
    int Version, byte[] Document, long PublishedMicroseconds, long TenantSinceMicroseconds, int? Like = null, IReadOnlyDictionary<string, string>? Contents = null);
