using System.Buffers.Binary;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>Opens sealed records; those of somebody who was erased come without what was about that person. Safe for many callers.</summary>
/// <param name="keys">The keys of the tenant's persons.</param>
internal sealed class RecordOpener(PersonKeys keys) : IRecordOpener
{
    public ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> stored, Memory<byte> buffer)
    {
        if (!PersonalRecord.TryRead(stored.Span, out var personal) || !personal.IsSealed)
        {
            return stored;
        }

        var payment = personal.Payment;
        var record = personal.Header.Record;
        var fingerprint = payment.Has(PaymentMember.CustomerId) ? ReadCustomer(stored.Span[record.Length..]) : 0;
        if (keys.Find(new RecordPerson(payment.AccountHash, fingerprint, personal.Header.At), out var key) is { } erasedAt)
        {
            return personal.Forget(erasedAt);
        }

        var opened = buffer[..record.Length];
        record.CopyTo(opened.Span);
        SealedParts.Apply(personal, new AesBlocks(key), opened.Span);
        personal.Mark(opened.Span, isSealed: false);
        return opened;
    }

    private static ulong ReadCustomer(ReadOnlySpan<byte> bytes)
        => BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(bytes[sizeof(uint)..]) << 32);
}
