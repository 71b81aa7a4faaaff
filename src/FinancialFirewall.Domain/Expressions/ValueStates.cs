using System.Runtime.CompilerServices;
namespace FinancialFirewall.Domain.Expressions;

/// <summary>How the states of two values combine.</summary>
internal static class ValueStates
{
    /// <summary>The state of what is computed from two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueState Both(ValueState left, ValueState right)
        => left == ValueState.Absent || right == ValueState.Absent ? ValueState.Absent
            : left == ValueState.Unknown || right == ValueState.Unknown ? ValueState.Unknown
            : ValueState.Present;

    /// <summary>The truth of a test on something that is not present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth Missing(ValueState state) => state == ValueState.Absent ? Truth.False : Truth.Unknown;

    /// <summary>A definite truth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth Of(bool holds) => holds ? Truth.True : Truth.False;

    /// <summary>Whether a three-way comparison fits an operator.</summary>
    public static Truth Compare(ComparisonOperator comparison, int order) => Of(comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    });
}
