using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A number while a condition is evaluated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberValue(ValueState State, decimal Value)
{
    public static NumberValue Absent => new(ValueState.Absent, 0);

    public static NumberValue Unknown => new(ValueState.Unknown, 0);

    public static NumberValue Of(decimal value) => new(ValueState.Present, value);

    public static Truth Compare(NumberValue left, ComparisonOperator comparison, NumberValue right)
        => ValueStates.Both(left.State, right.State) is var state and not ValueState.Present
            ? ValueStates.Missing(state)
            : ValueStates.Compare(comparison, left.Value.CompareTo(right.Value));

    public static Truth IsIn(NumberValue value, decimal[] sorted)
        => value.State == ValueState.Present ? ValueStates.Of(Array.BinarySearch(sorted, value.Value) >= 0) : ValueStates.Missing(value.State);

    public static NumberValue Negate(NumberValue operand) => operand with { Value = -operand.Value };

    public static NumberValue Compute(NumberValue left, ArithmeticOperator arithmetic, NumberValue right)
    {
        if (ValueStates.Both(left.State, right.State) is var state and not ValueState.Present)
        {
            return new(state, 0);
        }

        if (right.Value == 0 && arithmetic is (ArithmeticOperator.Divide or ArithmeticOperator.Remainder))
        {
            return Unknown;
        }

        try
        {
            return Of(arithmetic switch
            {
                ArithmeticOperator.Add => left.Value + right.Value,
                ArithmeticOperator.Subtract => left.Value - right.Value,
                ArithmeticOperator.Multiply => left.Value * right.Value,
                ArithmeticOperator.Divide => left.Value / right.Value,
                _ => left.Value % right.Value,
            });
        }
        catch (OverflowException)
        {
            return Unknown;
        }
    }
}
