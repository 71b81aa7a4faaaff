using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Keys;

/// <summary>Which member of a payment is the key of which kind.</summary>
internal static class KeyedMember
{
    /// <summary>A payment's key of a kind; false when the member is absent.</summary>
    public static bool TryGet(PackedPayment payment, AggregateKey kind, out ReadOnlySpan<byte> key, out ulong hash)
    {
        key = payment.Text(CompiledPolicy.KeyMember(kind));

        // The kind is part of the hash, so that equal texts of different kinds are spread like different keys.
        hash = key.IsEmpty ? 0 : XxHash64.Hash(key, seed: (ulong)kind);
        return !key.IsEmpty;
    }
}
