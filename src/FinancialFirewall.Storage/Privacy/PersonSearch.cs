using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Privacy;

/// <summary>Finds a person's payments in segments, by the indexes of accounts and customers.</summary>
internal sealed class PersonSearch(SegmentStore segments, TenantId tenant, PersonKeys keys)
{
    private const int GroupSize = 256;

    private readonly RecordOpener opener = new(keys);
    private readonly JournalBatch batch = new();

    /// <summary>Finds all payments of a person, oldest segment first, newest first in each.</summary>
    /// <param name="person">The person.</param>
    /// <param name="found">Is told of each that can be read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<PersonFindings> FindAsync(Person person, Func<ReadOnlyMemory<byte>, ValueTask>? found, CancellationToken cancellationToken)
    {
        var findings = new PersonFindings();
        var hash = person.Member == PaymentMember.CustomerId
            ? PersonKeys.CustomerKeyOf(keys.FingerprintOf(person.Name.Span))
            : XxHash64.Hash(person.Name.Span);
        await ForEachAsync(
            hash,
            async record =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Add(findings, person, record) && found is not null)
                {
                    await found(record);
                }
            });
        return findings;
    }

    private async ValueTask ForEachAsync(ulong hash, Func<ReadOnlyMemory<byte>, ValueTask> found)
    {
        var acquired = segments.Acquire(tenant, static _ => true);
        try
        {
            foreach (var segment in acquired)
            {
                await ForEachAsync(segment, hash, found);
            }
        }
        finally
        {
            foreach (var segment in acquired)
            {
                await segment.ReleaseAsync();
            }
        }
    }

    private async ValueTask ForEachAsync(Segment segment, ulong hash, Func<ReadOnlyMemory<byte>, ValueTask> found)
    {
        var start = ulong.MaxValue;
        List<RecordAddress> addresses;
        do
        {
            addresses = await segment.FindAsync(BlockKind.Accounts, hash, start, GroupSize);
            foreach (var address in addresses)
            {
                start = KeyEntry.AddressOf(address.Partition, address.Sequence) - 1;
                await segment.LoadAsync(batch, address.Partition, address.Sequence, opener);
                await found(batch[0]);
            }
        }
        while (addresses.Count == GroupSize);
    }

    /// <returns>Whether the record is a payment of the person, and can be read.</returns>
    private bool Add(PersonFindings findings, Person person, ReadOnlyMemory<byte> bytes)
    {
        if (new RecordHeader(bytes.Span).Kind != RecordKind.Assessment)
        {
            return false;
        }

        var record = new AssessmentRecord(bytes.Span);
        var payment = record.Payment;
        if (payment.ErasedAt is not null)
        {
            findings.AddErased();
            return false;
        }

        // The index has fingerprints: others may have the same.
        if (!payment.Text(person.Member).SequenceEqual(person.Name.Span))
        {
            return false;
        }

        var path = keys.PathOf(payment.Text(PaymentMember.CustomerId), payment.AccountHash);
        findings.Add(new Erasure(path, keys.AccountOf(payment.AccountHash), record.Partition, default, IsFinished: false), record.AssessedAt, payment);
        return true;
    }
}
