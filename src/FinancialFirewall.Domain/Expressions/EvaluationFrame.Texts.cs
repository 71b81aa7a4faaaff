using System.Runtime.CompilerServices;
using System.Text;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <content>
/// The payment's texts. Many conditions look at the same few members, so where each stands, its hash and its characters are worked out once a payment.
/// </content>
public sealed partial class EvaluationFrame
{
    private const int NoMember = -1;

    private readonly TextPlace[] places = new TextPlace[64];
    private readonly ulong[] hashes = new ulong[64];
    private byte[] buffer = [];
    private int start;
    private int length;
    private ulong hashed;
    private char[] characters = new char[256];
    private int characterCount;
    private int decodedMember = NoMember;

    /// <summary>Which members are present: bit n stands for <see cref="PaymentMember"/> n.</summary>
    internal ulong Presence { get; private set; }

    /// <summary>Whether a member is present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Has(PaymentMember member) => (Presence & (1UL << (int)member)) != 0;

    /// <summary>The bytes of a text member that is present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Text(PaymentMember member)
    {
        var place = places[(int)member];
        return new ReadOnlySpan<byte>(buffer, start + place.Start, place.Length);
    }

    /// <summary>The bytes of a text member; empty when it is absent. Where each stands is worked out once a payment, unlike by <see cref="PackedPayment.Text"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> BytesOf(PaymentMember member) => Has(member) ? Text(member) : default;

    /// <summary>The bytes of a text member; empty when it is absent.</summary>
    internal ReadOnlyMemory<byte> TextOf(PaymentMember member)
        => Has(member) ? buffer.AsMemory(start + places[(int)member].Start, places[(int)member].Length) : default;

    /// <summary>Where a text member that is present stands in the payment.</summary>
    internal TextPlace PlaceOf(PaymentMember member) => places[(int)member];

    /// <summary>XxHash64 of a text member that is present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong HashOf(PaymentMember member)
    {
        if ((hashed & (1UL << (int)member)) == 0)
        {
            Hash(member);
        }

        return hashes[(int)member];
    }

    /// <summary>The characters of a text member that is present, valid until the next call of this or <see cref="Decode"/>.</summary>
    internal ReadOnlySpan<char> CharactersOf(PaymentMember member)
    {
        if (decodedMember != (int)member)
        {
            characterCount = Decode(Text(member)).Length;
            decodedMember = (int)member;
        }

        return characters.AsSpan(0, characterCount);
    }

    /// <summary>The characters of a text, valid until the next call.</summary>
    internal ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        decodedMember = NoMember;
        if (characters.Length < utf8.Length)
        {
            characters = new char[utf8.Length];
        }

        return characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, characters));
    }

    private void Hash(PaymentMember member)
    {
        hashed |= 1UL << (int)member;
        hashes[(int)member] = member switch
        {
            PaymentMember.TransactionReference => Payment.ReferenceHash,
            PaymentMember.FromAccountNumber => Payment.AccountHash,
            _ => XxHash64.Hash(Text(member)),
        };
    }

    private void LoadTexts(byte[] paymentBuffer, int paymentStart, int paymentLength)
    {
        var payment = new PackedPayment(paymentBuffer.AsSpan(paymentStart, paymentLength));
        (buffer, start, length) = (paymentBuffer, paymentStart, payment.Bytes.Length);
        (Presence, hashed, decodedMember) = (payment.Presence, 0, NoMember);
        payment.FindTexts(places);
    }
}
