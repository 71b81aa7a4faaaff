using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// Seals what records say about persons, on their way into a segment. Behind a record that names a customer stands the customer's fingerprint (6 bytes). What is
/// about somebody who was erased since is left out for good. The keys of some records are found together: first <see cref="Note"/> each of them, then
/// <see cref="FindKeys"/>, then <see cref="SealNext"/> each of them, in the same order. For one caller at a time.
/// </summary>
/// <param name="keys">The keys of the tenant's persons.</param>
internal sealed class RecordSealer(PersonKeys keys)
{
    /// <summary>How many records are sealed together at the most.</summary>
    public const int MaximumTogether = PersonTree.MaximumTogether;

    private const int NoPerson = -1;

    private readonly int[] places = new int[MaximumTogether];
    private readonly RecordPerson[] persons = new RecordPerson[MaximumTogether];
    private readonly Vector128<byte>[] found = new Vector128<byte>[MaximumTogether];
    private readonly AesBlocks[] ciphers = new AesBlocks[MaximumTogether];
    private readonly Instant?[] erasedAt = new Instant?[MaximumTogether];
    private byte[] buffer = new byte[1024];
    private int noted;
    private int next;

    /// <summary>What the customer of the record that was sealed last is found by (<see cref="PersonKeys.CustomerKeyOf"/>); 0 where it names none.</summary>
    public ulong CustomerKey { get; private set; }

    /// <summary>The record as it is to be stored, valid until the next call.</summary>
    public ReadOnlySpan<byte> Seal(ReadOnlySpan<byte> record)
    {
        Note(record);
        FindKeys();
        return SealNext(record);
    }

    /// <summary>Takes note of a record that will be sealed.</summary>
    public void Note(ReadOnlySpan<byte> record)
    {
        if (!PersonalRecord.TryRead(record, out var personal))
        {
            (places[noted], persons[noted]) = (NoPerson, default);
            noted++;
            return;
        }

        var payment = personal.Payment;
        var customer = payment.Text(PaymentMember.CustomerId);
        places[noted] = personal.Place;
        persons[noted] = new(payment.AccountHash, customer.IsEmpty ? 0 : keys.FingerprintOf(customer), personal.Header.At);
        noted++;
    }

    /// <summary>Finds the keys of all records that were noted.</summary>
    public void FindKeys()
    {
        keys.Find(persons.AsSpan(0, noted), found, erasedAt);
        for (var i = 0; i < noted; i++)
        {
            ciphers[i] = new AesBlocks(found[i]);
        }

        (noted, next) = (0, 0);
    }

    /// <summary>The next of the records that were noted as it is to be stored, valid until the next call.</summary>
    public ReadOnlySpan<byte> SealNext(ReadOnlySpan<byte> record)
    {
        var index = next++;
        var fingerprint = persons[index].Customer;
        CustomerKey = PersonKeys.CustomerKeyOf(fingerprint);
        if (places[index] == NoPerson)
        {
            return record;
        }

        var personal = PersonalRecord.ReadAgain(record, places[index]);
        if (erasedAt[index] is { } at)
        {
            return personal.Forget(at);
        }

        var hasCustomer = personal.Payment.Has(PaymentMember.CustomerId);
        var stored = Room(record, hasCustomer ? PersonKeys.CustomerLength : 0);
        SealedParts.Apply(personal, ciphers[index], stored);
        personal.Mark(stored, isSealed: true);
        if (hasCustomer)
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
