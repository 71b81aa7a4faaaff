using System.Linq.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Compiles numbers whose decimals are known to whole units of 10^-n, as expressions of type <see cref="WholeValue"/>.</summary>
internal sealed class ScaledCompiler(CompilationContext context, ParameterExpression frame, ValueCompiler values)
{
    /// <summary>What an amount that has more than 64 bits reads as: a bound of just so many units needs decimal arithmetic.</summary>
    public const long Saturated = long.MaxValue;

    /// <summary>Compiles a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals a unit is.</param>
    /// <returns>Nothing where the number's decimals are not known, or no 64 bits hold it for sure.</returns>
    public LinqExpression? Read(Expression value, out int decimals)
    {
        decimals = DecimalsOf(value);
        return value switch
        {
            MemberExpression { IsOriginalAmount: true } => Read(nameof(ScaledReading.OriginalAmount)),
            MemberExpression { Member: PaymentMember.Amount } => Read(nameof(ScaledReading.BaseAmount)),
            MemberExpression { Member: PaymentMember.Latitude } => Read(nameof(ScaledReading.Latitude)),
            MemberExpression { Member: PaymentMember.Longitude } => Read(nameof(ScaledReading.Longitude)),
            AggregateExpression { Function: not AggregateFunction.Average } aggregate => Read(nameof(ScaledReading.Aggregate), values.Slot(aggregate)),
            CalendarExpression calendar => Emit.Call(
                typeof(CalendarReading), nameof(CalendarReading.WholeHour), frame, values.Whole(calendar.Operand), Emit.Constant(context.Shared(calendar.Zone))),
            ArithmeticExpression { Operator: ArithmeticOperator.Remainder, Left: MemberExpression { Member: PaymentMember.Amount } amount, Right: NumberLiteral unit }
                when UnitsOf(unit.Value, decimals) is { } units =>
                Read(amount.IsOriginalAmount ? nameof(ScaledReading.OriginalRest) : nameof(ScaledReading.BaseRest), Emit.Constant(units)),
            _ => null,
        };
    }

    private int DecimalsOf(Expression value) => value switch
    {
        MemberExpression { IsOriginalAmount: true } => ScaledUnits.MaximumCurrencyDecimals,
        MemberExpression { Member: PaymentMember.Amount } => context.BaseCurrencyDecimals,
        MemberExpression => ScaledUnits.DegreeDecimals,
        AggregateExpression aggregate => ScaledUnits.DecimalsOf(aggregate.Form, context.BaseCurrencyDecimals),
        ArithmeticExpression arithmetic => DecimalsOf(arithmetic.Left),
        _ => 0,
    };

    // Dividing whole units by whole units leaves what dividing the decimals leaves.
    private static long? UnitsOf(decimal divisor, int decimals)
    {
        const decimal Bound = 1e12m;
        var units = divisor is > 0 and < Bound ? divisor * ScaledUnits.Power(decimals) : 0;
        return units > 0 && decimal.IsInteger(units) ? (long)units : null;
    }

    private LinqExpression Read(string what, params LinqExpression[] arguments) => Emit.Call(typeof(ScaledReading), what, [frame, .. arguments]);
}
