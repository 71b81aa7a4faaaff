using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Queries;

/// <summary>
/// What matches of one account in a segment. Its fingerprint's entries lead to records, newest first; the records themselves say whether they match, and whether
/// they are of this account at all. All of an account is in one partition, where later sequences are not earlier times.
/// </summary>
internal sealed class AccountCandidates : ICandidates
{
    private const int GroupSize = 64;

    // The partition of an account is the lowest bits of its hash (PackedPayment.AccountHash).
    private const ulong PartitionMask = 63;

    private readonly Segment segment;
    private readonly ulong account;
    private readonly QueryFilter filter;
    private readonly IFactReader facts;
    private readonly FactKey end;
    private readonly JournalBatch batch = new();
    private ulong start;

    public AccountCandidates(Segment segment, ulong account, QueryFilter filter, IFactReader facts, FactKey end)
    {
        (this.segment, this.account, this.filter, this.facts, this.end) = (segment, account, filter, facts, end);

        // A cursor may be the place of another account's record: only one in this account's partition says which of its records are done with.
        start = end.Partition == (int)(account & PartitionMask) && end.Sequence > 0 ? KeyEntry.AddressOf(end.Partition, end.Sequence - 1) : ulong.MaxValue;
        var chunks = segment.Footer.Chunks;
        var last = FactKey.EndOf(chunks.LastAt);
        Bound = chunks.FirstAt > end.At || chunks.LastAt < filter.From ? null : last < end ? last : end;
    }

    public FactKey? Bound { get; private set; }

    public async ValueTask<IReadOnlyList<FactKey>> OpenAsync()
    {
        var addresses = await segment.FindAsync(BlockKind.Accounts, account, start, GroupSize);
        var found = new List<FactKey>();
        var isLast = addresses.Count < GroupSize;
        var isOver = false;
        foreach (var address in addresses)
        {
            start = KeyEntry.AddressOf(address.Partition, address.Sequence) - 1;
            await segment.LoadAsync(batch, address.Partition, address.Sequence);
            var record = facts.Read(batch[0].Span);
            if (record.AccountHash != account)
            {
                continue;
            }

            var key = new FactKey(record.At.UnixMicroseconds, address.Partition, address.Sequence);
            Bound = key < end ? key : end;
            isOver |= key.At < filter.From;
            if (!isOver && key < end && filter.Matches(record.Profile))
            {
                found.Add(key);
            }
        }

        Bound = isLast || isOver ? null : Bound;
        return found;
    }
}
