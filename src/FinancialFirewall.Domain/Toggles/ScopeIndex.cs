using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>
/// Finds what is for a payment by the members it names, without looking at everything: all that name the same values form a group, and a payment is
/// looked up once for each combination of members that occurs. Immutable; look-ups allocate nothing.
/// </summary>
internal sealed class ScopeIndex
{
    /// <summary>The groups of one combination of members, by the hash of the members' values.</summary>
    private readonly (int Mask, Dictionary<ulong, Group[]> Groups)[] combinations;

    // The ranks of the items that name no member: they are for every payment.
    private readonly int[] ofAll;

    /// <param name="scopes">What each item names, the one that decides first coming first.</param>
    internal ScopeIndex(IReadOnlyList<ToggleContext> scopes)
    {
        ofAll = [.. Enumerable.Range(0, scopes.Count).Where(rank => MaskOf(scopes[rank]) == 0)];
        combinations = [.. Enumerable.Range(0, scopes.Count).GroupBy(rank => MaskOf(scopes[rank])).OrderBy(group => group.Key).Select(BuildCombination)];

        (int Mask, Dictionary<ulong, Group[]> Groups) BuildCombination(IGrouping<int, int> ranks)
            => (ranks.Key, ranks.GroupBy(rank => scopes[rank]).Select(MakeGroup).GroupBy(HashOf).ToDictionary(same => same.Key, same => same.ToArray()));
    }

    /// <summary>How many combinations of members occur, at most 8.</summary>
    internal int Combinations => combinations.Length;

    /// <summary>The ranks of the items that name just what the payment has, in one combination of members; ascending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<int> Find(int combination, PackedPayment payment)
        => combinations[combination].Mask == 0 ? ofAll : FindNamed(combination, payment);

    // Not inlined, so that what asks for each payment is small where nothing names members.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<int> FindNamed(int combination, PackedPayment payment)
    {
        var (mask, groups) = combinations[combination];
        var paymentType = Part(payment, mask, 1, PaymentMember.PaymentType);
        var instrument = Part(payment, mask, 2, PaymentMember.LocalInstrumentationCode);
        var system = Part(payment, mask, 4, PaymentMember.ClearingSystemCode);
        if (!groups.TryGetValue(Hash(paymentType, instrument, system), out var candidates))
        {
            return default;
        }

        foreach (ref readonly var group in candidates.AsSpan())
        {
            if (paymentType.SequenceEqual(group.PaymentType) && instrument.SequenceEqual(group.Instrument) && system.SequenceEqual(group.System))
            {
                return group.Ranks;
            }
        }

        return default;
    }

    private static int MaskOf(ToggleContext scope)
        => (scope.PaymentType is null ? 0 : 1) | (scope.LocalInstrumentationCode is null ? 0 : 2) | (scope.ClearingSystemCode is null ? 0 : 4);

    // An absent member of a payment is empty here and equals no value that is named, because named values are never empty.
    private static ReadOnlySpan<byte> Part(PackedPayment payment, int mask, int bit, PaymentMember member)
        => (mask & bit) == 0 ? default : payment.Text(member);

    private static Group MakeGroup(IGrouping<ToggleContext, int> ranks)
        => new(
            Encoding.UTF8.GetBytes(ranks.Key.PaymentType ?? ""),
            Encoding.UTF8.GetBytes(ranks.Key.LocalInstrumentationCode ?? ""),
            Encoding.UTF8.GetBytes(ranks.Key.ClearingSystemCode ?? ""),
            [.. ranks]);

    private static ulong HashOf(Group group) => Hash(group.PaymentType, group.Instrument, group.System);

    private static ulong Hash(ReadOnlySpan<byte> paymentType, ReadOnlySpan<byte> instrument, ReadOnlySpan<byte> system)
    {
        const ulong OffsetBasis = 14_695_981_039_346_656_037;
        return Hash(Hash(Hash(OffsetBasis, paymentType), instrument), system);
    }

    // FNV-1a with a separator that UTF-8 never holds.
    private static ulong Hash(ulong hash, ReadOnlySpan<byte> part)
    {
        const ulong Prime = 1_099_511_628_211;
        const byte Separator = 0xFF;
        foreach (var value in part)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return unchecked((hash ^ Separator) * Prime);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Group(byte[] PaymentType, byte[] Instrument, byte[] System, int[] Ranks);
}
