using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.References;

/// <summary>
/// Finds records by a 64-bit hash of their reference. It knows candidates only: two references can share a hash, and the index may keep fewer bits
/// than it was given, so the caller compares the reference in the record itself. A record whose hash was added is always among the candidates.
/// </summary>
public interface IReferenceIndex
{
    /// <summary>How many records are indexed, over all tenants.</summary>
    long Count { get; }

    /// <summary>Writes the candidates into <paramref name="candidates"/> as far as they fit, in no particular order.</summary>
    /// <returns>How many there are; where that is more than fits, ask again with more room.</returns>
    ValueTask<int> FindAsync(TenantId tenant, ulong referenceHash, Memory<RecordAddress> candidates, CancellationToken cancellationToken = default);

    /// <summary>Says of each hash whether a record may have it; where none may, <see cref="FindAsync"/> has no candidates. Reads no disk.</summary>
    /// <param name="tenant">Whose records they are.</param>
    /// <param name="referenceHashes">The hashes.</param>
    /// <param name="found">Takes the answers, in the same order; at least as long.</param>
    void MayContain(TenantId tenant, ReadOnlySpan<ulong> referenceHashes, Span<bool> found);
}
