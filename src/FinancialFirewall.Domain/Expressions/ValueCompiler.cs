using System.Linq.Expressions;
using System.Text;
using FinancialFirewall.Domain.Payments;
using LinqExpression = System.Linq.Expressions.Expression;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Compiles values to expressions of type <see cref="NumberValue"/>, <see cref="WholeValue"/> or <see cref="TextValue"/>.</summary>
internal sealed class ValueCompiler(CompilationContext context, ParameterExpression frame, Func<Expression, LinqExpression> compileCondition)
{
    /// <summary>Whether the packed form keeps a member as a text.</summary>
    public static bool IsPackedText(PaymentMember member) => (PackedPayment.FixedMembers & (1UL << (int)member)) == 0;

    /// <summary>What a time or a duration that is written out is in microseconds; nothing for anything else.</summary>
    public static long? ConstantOf(Expression value) => value switch
    {
        TimeLiteral literal => literal.Value.UnixMicroseconds,
        DurationLiteral literal => literal.Microseconds,
        _ => null,
    };

    /// <summary>A number.</summary>
    public LinqExpression Number(Expression value) => value switch
    {
        NumberLiteral literal => Emit.Constant(NumberValue.Of(literal.Value)),
        MemberExpression { IsOriginalAmount: true } => Read(nameof(FrameReading.OriginalAmount)),
        MemberExpression { Member: PaymentMember.Amount } => Read(nameof(FrameReading.BaseAmount), Emit.Constant(context.BaseCurrencyDecimals)),
        MemberExpression member => Read(nameof(FrameReading.Degrees), Emit.Constant(member.Member)),
        VariableExpression => Read(nameof(FrameReading.RiskScore)),
        NegateExpression negation => Emit.Call(typeof(NumberValue), nameof(NumberValue.Negate), Number(negation.Operand)),
        ArithmeticExpression arithmetic => Emit.Call(
            typeof(NumberValue), nameof(NumberValue.Compute), Number(arithmetic.Left), Emit.Constant(arithmetic.Operator), Number(arithmetic.Right)),
        CalendarExpression calendar => Emit.Call(
            typeof(CalendarReading), nameof(CalendarReading.Hour), frame, Whole(calendar.Operand), Emit.Constant(context.Shared(calendar.Zone))),
        AggregateExpression aggregate => Emit.Call(
            typeof(AggregateReading),
            nameof(AggregateReading.Number),
            frame,
            Slot(aggregate),
            Emit.Constant(ScaledUnits.DecimalsOf(aggregate.Form, context.BaseCurrencyDecimals))),
        _ => throw new ArgumentException($"{value} is no number.", nameof(value)),
    };

    /// <summary>A time, a duration or a truth.</summary>
    public LinqExpression Whole(Expression value) => value switch
    {
        TimeLiteral literal => Emit.Constant(WholeValue.Of(literal.Value.UnixMicroseconds)),
        DurationLiteral literal => Emit.Constant(WholeValue.Of(literal.Microseconds)),
        MemberExpression { Member: PaymentMember.CardPresent } => Read(nameof(FrameReading.CardPresent)),
        MemberExpression member => Read(nameof(FrameReading.Time), Emit.Constant(member.Member)),
        VariableExpression variable => Read(variable.Variable.ToString()),
        NegateExpression negation => Emit.Call(typeof(WholeValue), nameof(WholeValue.Negate), Whole(negation.Operand)),
        ArithmeticExpression arithmetic => Emit.Call(
            typeof(WholeValue), nameof(WholeValue.Compute), Whole(arithmetic.Left), Emit.Constant(arithmetic.Operator), Whole(arithmetic.Right)),
        AggregateExpression aggregate => Emit.Call(typeof(AggregateReading), nameof(AggregateReading.Whole), frame, Slot(aggregate)),
        { Type: ValueType.Truth } => Emit.Call(typeof(WholeValue), nameof(WholeValue.OfTruth), compileCondition(value)),
        _ => throw new ArgumentException($"{value} is no time, duration or condition.", nameof(value)),
    };

    /// <summary>A text.</summary>
    public LinqExpression Text(Expression value) => value switch
    {
        TextLiteral literal => Emit.Constant(TextValue.Of(Encoding.UTF8.GetBytes(literal.Value))),
        MemberExpression { Member: PaymentMember.Currency } => Read(nameof(FrameReading.Currency)),
        MemberExpression { Member: PaymentMember.Kind } => Read(nameof(FrameReading.Kind)),
        MemberExpression { Member: PaymentMember.PaymentSource } => Read(nameof(FrameReading.Source)),
        MemberExpression member => Read(nameof(FrameReading.Text), Emit.Constant(member.Member)),
        CalendarExpression calendar => Emit.Call(
            typeof(CalendarReading), nameof(CalendarReading.Weekday), frame, Whole(calendar.Operand), Emit.Constant(context.Shared(calendar.Zone))),
        AggregateExpression aggregate => Emit.Call(
            typeof(AggregateReading), nameof(AggregateReading.Text), frame, Slot(aggregate), Emit.Constant(aggregate.Form)),
        _ => throw new ArgumentException($"{value} is no text.", nameof(value)),
    };

    /// <summary>Where an aggregate's value stands.</summary>
    public LinqExpression Slot(AggregateExpression aggregate) => Emit.Constant(context.SlotOf(aggregate));

    private LinqExpression Read(string what, params LinqExpression[] arguments) => Emit.Call(typeof(FrameReading), what, [frame, .. arguments]);
}
