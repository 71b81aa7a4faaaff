using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// What compiled conditions call to test text members of the packed form, once they know that the payment has them. Inlined into the conditions' code: a
/// call from there costs more than most tests.
/// </summary>
internal static class TextReading
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth Equal(EvaluationFrame frame, PaymentMember member, byte[] constant)
        => ValueStates.Of(frame.Text(member).SequenceEqual(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth Differ(EvaluationFrame frame, PaymentMember member, byte[] constant)
        => ValueStates.Of(!frame.Text(member).SequenceEqual(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth AreEqual(EvaluationFrame frame, PaymentMember left, PaymentMember right)
        => ValueStates.Of(frame.Text(left).SequenceEqual(frame.Text(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth AreDifferent(EvaluationFrame frame, PaymentMember left, PaymentMember right)
        => ValueStates.Of(!frame.Text(left).SequenceEqual(frame.Text(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth IsIn(EvaluationFrame frame, PaymentMember member, int list)
        => ValueStates.Of(frame.Lists[list].Contains(frame.Text(member), frame.HashOf(member), frame.AssessedAt));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth IsAmong(EvaluationFrame frame, PaymentMember member, TextSet set) => ValueStates.Of(set.Contains(frame.Text(member)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth IsAmong(EvaluationFrame frame, PaymentMember member, AddressSet set) => ValueStates.Of(set.Contains(frame.Text(member)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth Matches(EvaluationFrame frame, PaymentMember member, TextPattern pattern)
        => ValueStates.Of(pattern.IsMatch(frame, member));

    public static Truth ContainsIgnoreCase(EvaluationFrame frame, PaymentMember member, string part)
        => ValueStates.Of(frame.CharactersOf(member).Contains(part, StringComparison.OrdinalIgnoreCase));
}
