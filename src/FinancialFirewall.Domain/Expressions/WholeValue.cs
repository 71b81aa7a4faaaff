using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A time or a duration in microseconds, or a truth as 1 or 0, while a condition is evaluated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WholeValue(ValueState State, long Value)
{
    public static WholeValue Absent => new(ValueState.Absent, 0);

    public static WholeValue Unknown => new(ValueState.Unknown, 0);

    public static WholeValue Of(long value) => new(ValueState.Present, value);

    public static WholeValue OfTruth(Truth truth) => truth == Truth.Unknown ? Unknown : Of((long)truth);

    /// <summary>A truth that stands alone: absent does not hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth ToTruth(WholeValue value)
        => value.State == ValueState.Present ? ValueStates.Of(value.Value != 0) : ValueStates.Missing(value.State);

    public static Truth Compare(WholeValue left, ComparisonOperator comparison, WholeValue right)
        => ValueStates.Both(left.State, right.State) is var state and not ValueState.Present
            ? ValueStates.Missing(state)
            : ValueStates.Compare(comparison, left.Value.CompareTo(right.Value));

    public static Truth IsIn(WholeValue value, long[] sorted)
        => value.State == ValueState.Present ? ValueStates.Of(Array.BinarySearch(sorted, value.Value) >= 0) : ValueStates.Missing(value.State);

    public static WholeValue Negate(WholeValue operand) => Compute(Of(0), ArithmeticOperator.Subtract, operand);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue Compute(WholeValue left, ArithmeticOperator arithmetic, WholeValue right)
    {
        if (ValueStates.Both(left.State, right.State) is var state and not ValueState.Present)
        {
            return new(state, 0);
        }

        var (one, other) = (left.Value, right.Value);
        var result = unchecked(arithmetic == ArithmeticOperator.Add ? one + other : one - other);
        var overflows = (arithmetic == ArithmeticOperator.Add ? (one ^ result) & (other ^ result) : (one ^ other) & (one ^ result)) < 0;
        return overflows ? Unknown : Of(result);
    }
}
