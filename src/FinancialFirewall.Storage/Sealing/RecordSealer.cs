using System.Buffers.Binary;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// Seals what records say about persons, on their way into a segment. Behind a record that names a customer stands the customer's fingerprint (6 bytes). What is
/// about somebody who was erased since is left out for good. For one caller at a time.
/// </summary>
/// <param name="keys">The keys of the tenant's persons.</param>
internal sealed class RecordSealer(PersonKeys keys)
{
    private byte[] buffer = new byte[1024];

    /// <summary>What the customer of the record that was sealed last is found by (<see cref="PersonKeys.CustomerKeyOf"/>); 0 where it names none.</summary>
    public ulong CustomerKey { get; private set; }

    /// <summary>The record as it is to be stored, valid until the next call.</summary>
    public ReadOnlySpan<byte> Seal(ReadOnlySpan<byte> record)
    {
        CustomerKey = 0;
        if (!PersonalRecord.TryRead(record, out var personal))
        {
            return record;
        }

        var payment = personal.Payment;
        var customer = payment.Text(PaymentMember.CustomerId);
        var fingerprint = customer.IsEmpty ? 0 : keys.FingerprintOf(customer);
        CustomerKey = PersonKeys.CustomerKeyOf(fingerprint);
        if (keys.Find(payment.AccountHash, fingerprint, personal.Header.At, out var key) is { } erasedAt)
        {
            return personal.Forget(erasedAt);
        }

        var stored = Room(record, customer.IsEmpty ? 0 : PersonKeys.CustomerLength);
        SealedParts.Apply(personal, key, stored);
        personal.Mark(stored, isSealed: true);
        if (!customer.IsEmpty)
        {
            Write(fingerprint, stored[record.Length..]);
        }

        return stored;
    }

    private static void Write(ulong fingerprint, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(destination, (uint)fingerprint);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[sizeof(uint)..], (ushort)(fingerprint >> 32));
    }

    private Span<byte> Room(ReadOnlySpan<byte> record, int more)
    {
        if (buffer.Length < record.Length + more)
        {
            buffer = new byte[2 * (record.Length + more)];
        }

        record.CopyTo(buffer);
        return buffer.AsSpan(0, record.Length + more);
    }
}
