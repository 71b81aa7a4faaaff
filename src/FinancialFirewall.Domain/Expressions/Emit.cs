using System.Linq.Expressions;
using System.Runtime.CompilerServices;
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

    /// <summary>A value that is known when compiling. An object is taken for what it is without a cast, which would be a call each time.</summary>
    public static LinqExpression Constant<T>(T value) => typeof(T).IsValueType || value is null
        ? LinqExpression.Constant(value, typeof(T))
        : LinqExpression.Call(typeof(Unsafe), nameof(Unsafe.As), [typeof(T)], LinqExpression.Constant(value, typeof(object)));

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
