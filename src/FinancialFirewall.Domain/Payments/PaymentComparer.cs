using System.Numerics;
using System.Text;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Tells whether two payments with the same reference have the same body. An <c>initiatedAt</c> that one of them did not send, and a country that
/// neither sent, make no difference, nor do line breaks where the other's metadata has spaces; a country that one sent and the other's IBAN gave makes one only when they are not the same.
/// Of a first payment whose person is forgotten only the account is compared of the members that are gone, by its hash.
/// </summary>
public static class PaymentComparer
{
    /// <summary>Whether both have the same body, without allocating.</summary>
    public static bool AreSame(PackedPayment first, PackedPayment second)
        => first.Bytes.SequenceEqual(second.Bytes) || DifferingMembers(first, second) == 0;

    /// <summary>The members in which two payments differ, in the order of their numbers; none when they have the same body.</summary>
    public static IReadOnlyList<PaymentDifference> Differences(PackedPayment first, PackedPayment second)
    {
        var differences = new List<PaymentDifference>();
        for (var rest = DifferingMembers(first, second); rest != 0; rest &= rest - 1)
        {
            var member = (PaymentMember)BitOperations.TrailingZeroCount(rest);
            differences.Add(new PaymentDifference(member, Show(member, first), Show(member, second)));
        }

        return differences;
    }

    private static ulong DifferingMembers(PackedPayment first, PackedPayment second)
    {
        var (derivedFirst, derivedSecond) = (PaymentWriter.DerivedIn(first), PaymentWriter.DerivedIn(second));
        var initiated = 1UL << (int)PaymentMember.InitiatedAt;

        // What neither sent cannot differ, nor can a time that one of them left to its arrival.
        var skipped = (derivedFirst | ~first.Presence) & (derivedSecond | ~second.Presence);
        skipped |= (derivedFirst | derivedSecond) & initiated;
        var differing = 0UL;
        if (first.ErasedAt is not null)
        {
            skipped |= PersonalMembers.Mask;
            differing = first.AccountHash == second.AccountHash ? 0UL : 1UL << (int)PaymentMember.FromAccountNumber;
        }

        Span<byte> room = stackalloc byte[2 * PaymentWriter.MaximumValueLength];
        for (var rest = (first.Presence | second.Presence) & ~skipped; rest != 0; rest &= rest - 1)
        {
            var member = (PaymentMember)BitOperations.TrailingZeroCount(rest);
            var one = first.Has(member) ? PaymentWriter.TextOf(member, first, room[..PaymentWriter.MaximumValueLength], out _) : default;
            var other = second.Has(member) ? PaymentWriter.TextOf(member, second, room[PaymentWriter.MaximumValueLength..], out _) : default;
            var isSame = member == PaymentMember.Metadata ? AreSameOnOneLine(one, other) : one.SequenceEqual(other);
            differing |= isSame ? 0UL : rest & (~rest + 1);
        }

        return differing;
    }

    private static bool AreSameOnOneLine(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (first.Length != second.Length)
        {
            return false;
        }

        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] != second[i] && !(first[i] is (byte)' ' or (byte)'\r' or (byte)'\n' && second[i] is (byte)' ' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Show(PaymentMember member, PackedPayment payment)
    {
        Span<byte> room = stackalloc byte[PaymentWriter.MaximumValueLength];
        return payment.Has(member) ? Encoding.UTF8.GetString(PaymentWriter.TextOf(member, payment, room, out _)) : null;
    }
}
