using System.Linq.Expressions;
using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Small pieces of delegates.</summary>
internal static class Emit
{
    public static readonly LinqExpression True = LinqExpression.Constant(Truth.True);
    public static readonly LinqExpression False = LinqExpression.Constant(Truth.False);
    public static readonly LinqExpression Unknown = LinqExpression.Constant(Truth.Unknown);

    /// <summary>A call of a static method of <paramref name="type"/>.</summary>
    public static LinqExpression Call(Type type, string method, params LinqExpression[] arguments)
        => LinqExpression.Call(type, method, typeArguments: null, arguments);

    /// <summary>A value that is known when compiling.</summary>
    public static LinqExpression Constant<T>(T value) => LinqExpression.Constant(value, typeof(T));

    /// <summary>Whether a truth is another one than a constant.</summary>
    public static BinaryExpression Differ(LinqExpression truth, Truth constant)
        => LinqExpression.NotEqual(LinqExpression.Convert(truth, typeof(byte)), LinqExpression.Constant((byte)constant));

    /// <summary>A comparison of a number that may be missing with a constant.</summary>
    public static LinqExpression Compare(LinqExpression units, ScaledBound bound)
    {
        if (units.Type == typeof(long))
        {
            return CompareLong(units, bound);
        }

        var value = LinqExpression.Variable(typeof(WholeValue), "value");
        var state = LinqExpression.Property(value, nameof(WholeValue.State));
        var isPresent = LinqExpression.Equal(LinqExpression.Convert(state, typeof(byte)), LinqExpression.Constant((byte)ValueState.Present));
        return LinqExpression.Block(
            [value],
            LinqExpression.Assign(value, units),
            LinqExpression.Condition(
                isPresent,
                CompareLong(LinqExpression.Property(value, nameof(WholeValue.Value)), bound),
                Call(typeof(ValueStates), nameof(ValueStates.Missing), state)));
    }

    private static ConditionalExpression CompareLong(LinqExpression units, ScaledBound bound)
    {
        var right = LinqExpression.Constant(bound.Units);
        LinqExpression test = bound.Comparison switch
        {
            ComparisonOperator.Equal => LinqExpression.Equal(units, right),
            ComparisonOperator.NotEqual => LinqExpression.NotEqual(units, right),
            ComparisonOperator.Less => LinqExpression.LessThan(units, right),
            ComparisonOperator.LessOrEqual => LinqExpression.LessThanOrEqual(units, right),
            ComparisonOperator.Greater => LinqExpression.GreaterThan(units, right),
            _ => LinqExpression.GreaterThanOrEqual(units, right),
        };
        return LinqExpression.Condition(test, True, False);
    }
}
