using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// The references of all records: those of the log in memory, those of segments by their filters, at two bytes each, and one or two reads where a filter
/// says that a reference may be there.
/// </summary>
internal sealed class StoredReferences(ReferenceTable recent, SegmentStore segments) : IReferenceIndex
{
    /// <summary>How many records of one fingerprint a segment is asked for.</summary>
    private const int MaximumEach = 65_536;

    /// <inheritdoc/>
    public long Count => recent.Count + segments.ReferenceCount;

    /// <inheritdoc/>
    public ValueTask<int> FindAsync(
        TenantId tenant, ulong referenceHash, Memory<RecordAddress> candidates, CancellationToken cancellationToken = default)
    {
        // The log first: what moves out of it meanwhile is in a segment before it is gone from here.
        var found = recent.Find(tenant, referenceHash, candidates.Span);
        return segments.MayContainReference(tenant, KeyEntry.FingerprintOf(referenceHash))
            ? FindStoredAsync(tenant, referenceHash, candidates, found, cancellationToken)
            : new(found);
    }

    /// <inheritdoc/>
    public void MayContain(TenantId tenant, ReadOnlySpan<ulong> referenceHashes, Span<bool> found)
    {
        // The log first, for the same reason.
        recent.MayContain(tenant, referenceHashes, found);
        segments.MayContainReferences(tenant, referenceHashes, found);
    }

    private async ValueTask<int> FindStoredAsync(
        TenantId tenant, ulong referenceHash, Memory<RecordAddress> candidates, int found, CancellationToken cancellationToken)
    {
        var fingerprint = KeyEntry.FingerprintOf(referenceHash);
        foreach (var segment in segments.Acquire(tenant, segment => segment.MayContainReference(fingerprint)))
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var address in await segment.FindAsync(BlockKind.References, referenceHash, ulong.MaxValue, MaximumEach))
                {
                    if (found < candidates.Length)
                    {
                        candidates.Span[found] = address;
                    }

                    found++;
                }
            }
            finally
            {
                await segment.ReleaseAsync();
            }
        }

        return found;
    }
}
