using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <content>Values.</content>
public static partial class Build
{
    /// <summary>The amount as it was sent, in the payment's own currency.</summary>
    public static MemberExpression OriginalAmount { get; } = new(PaymentMember.Amount, isOriginalAmount: true);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static TruthLiteral Truth(bool value) => new(value);

    /// <summary>A number of at most 28 digits.</summary>
    public static NumberLiteral Number(decimal value)
    {
        var literal = new NumberLiteral(value);
        return literal.HasFittingDigits ? literal : throw new ArgumentOutOfRangeException(nameof(value), value, "A number has at most 28 digits.");
    }

    /// <summary>A text.</summary>
    public static TextLiteral Text(string value) => new(value);

    /// <summary>A time.</summary>
    public static TimeLiteral Time(Instant value) => new(value);

    /// <summary>A duration in whole seconds, at most <see cref="DurationLiteral.MaximumSeconds"/>.</summary>
    public static DurationLiteral Duration(long seconds) => new(seconds);

    /// <summary>A list of literals of one type: numbers, texts, times or durations; at least one.</summary>
    public static ListLiteral List(params IEnumerable<Expression> items)
    {
        var list = new EquatableList<Expression>(items);
        if (list.Count == 0 || list.Any(item => !TypeRules.CanBeItem(item) || item.Type != list[0].Type))
        {
            throw new ArgumentException("A list needs literals of one type, at least one.", nameof(items));
        }

        return new(list);
    }

    /// <summary>A list of texts, at least one.</summary>
    public static ListLiteral List(IEnumerable<string> items) => List(items.Select(Text));

    /// <summary>A list of the policy.</summary>
    public static NamedListExpression NamedList(string name) => new(name);

    /// <summary>A member of the payment; <see cref="PaymentMember.Amount"/> is in the tenant's base currency.</summary>
    public static MemberExpression Member(PaymentMember member) => new(member);

    /// <summary>Something that is known beside the members.</summary>
    public static VariableExpression Variable(PaymentVariable variable) => new(variable);

    /// <summary>A computation: numbers with numbers, times and durations with plus and minus.</summary>
    public static ArithmeticExpression Compute(Expression left, ArithmeticOperator arithmetic, Expression right)
    {
        var type = TypeRules.Arithmetic(arithmetic, left, right)
            ?? throw new ArgumentException($"{left} and {right} cannot be computed with like this.", nameof(left));
        return new(arithmetic, left, right, type);
    }

    /// <summary>A number or a duration with the other sign.</summary>
    public static Expression Negate(Expression operand) => operand switch
    {
        NumberLiteral number => new NumberLiteral(-number.Value),
        DurationLiteral duration => new DurationLiteral(-duration.Seconds),
        { Type: ValueType.Number or ValueType.Duration } => new NegateExpression(operand),
        _ => throw new ArgumentException($"{operand} has no sign.", nameof(operand)),
    };

    /// <summary>The hour of a time, 0 to 23, by a place's clock.</summary>
    public static CalendarExpression Hour(Expression time, ZoneRules zone) => Calendar(CalendarFunction.Hour, time, zone);

    /// <summary>The day of the week of a time, MON to SUN, by a place's calendar.</summary>
    public static CalendarExpression Weekday(Expression time, ZoneRules zone) => Calendar(CalendarFunction.Weekday, time, zone);

    /// <summary>How many payments a window holds.</summary>
    public static AggregateExpression Count(long windowSeconds, AggregateKey key = AggregateKey.Account, Expression? filter = null)
        => Aggregate(AggregateFunction.Count, argument: null, windowSeconds, key, filter);

    /// <summary>
    /// What a history says of a window. A count has no argument, all others have one: a number for sum, average, min and max, any member for
    /// distinct and last. A filter sees the payment's members only.
    /// </summary>
    public static AggregateExpression Aggregate(
        AggregateFunction function,
        MemberExpression? argument,
        long windowSeconds,
        AggregateKey key = AggregateKey.Account,
        Expression? filter = null)
    {
        if (!TypeRules.CanAggregate(function, argument))
        {
            throw new ArgumentException($"{function} of {argument} makes no sense.", nameof(argument));
        }

        if (windowSeconds is < 1 or > WindowDefinition.MaximumSeconds)
        {
            throw new ArgumentOutOfRangeException(nameof(windowSeconds), windowSeconds, "A window is 1s to 90d long.");
        }

        if (filter is not null && (filter.Type != ValueType.Truth || TypeRules.NotForFilters(filter) is not null))
        {
            throw new ArgumentException($"{filter} is no condition about a payment's own members.", nameof(filter));
        }

        return new(function, argument, key, windowSeconds, filter);
    }

    private static CalendarExpression Calendar(CalendarFunction function, Expression time, ZoneRules zone)
        => new(function, Demand(time, time.Type == ValueType.Time && time is not TimeLiteral, "A time is expected."), zone);
}
