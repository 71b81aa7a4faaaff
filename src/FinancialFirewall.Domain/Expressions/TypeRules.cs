using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Which types fit where: the one place that the parser and the factory methods both ask.</summary>
internal static class TypeRules
{
    public static bool IsOrdered(ValueType type) => type is ValueType.Number or ValueType.Time or ValueType.Duration;

    public static bool CanCompare(ComparisonOperator comparison, ValueType left, ValueType right)
        => left == right && (IsOrdered(left) || (IsEquality(comparison) && left is ValueType.Text or ValueType.Truth));

    public static bool IsEquality(ComparisonOperator comparison) => comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;

    public static bool CanBeItem(Expression item) => item is NumberLiteral or TextLiteral or TimeLiteral or DurationLiteral;

    public static bool CanExist(Expression operand) => operand is MemberExpression or VariableExpression or AggregateExpression;

    /// <summary>What a computation gives; nothing where the types do not fit.</summary>
    public static ValueType? Arithmetic(ArithmeticOperator arithmetic, Expression left, Expression right)
        => (arithmetic, left.Type, right.Type) switch
        {
            (_, ValueType.Number, ValueType.Number) => ValueType.Number,
            (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueType.Duration, ValueType.Duration) => ValueType.Duration,
            (ArithmeticOperator.Subtract, ValueType.Time, ValueType.Time) when !(left is TimeLiteral && right is TimeLiteral) => ValueType.Duration,
            (ArithmeticOperator.Add or ArithmeticOperator.Subtract, ValueType.Time, ValueType.Duration) when left is not TimeLiteral => ValueType.Time,
            (ArithmeticOperator.Add, ValueType.Duration, ValueType.Time) when right is not TimeLiteral => ValueType.Time,
            _ => null,
        };

    public static bool CanAggregate(AggregateFunction function, MemberExpression? argument) => function switch
    {
        AggregateFunction.Count => argument is null,
        AggregateFunction.Distinct or AggregateFunction.Last => argument is not null,
        _ => argument is { Type: ValueType.Number },
    };

    /// <summary>The first part of a filter that no history can know of an earlier payment; nothing where all is well.</summary>
    public static Expression? NotForFilters(Expression filter)
        => ExpressionLeaves.Of(filter).FirstOrDefault(
            static leaf => leaf is AggregateExpression or VariableExpression { Variable: not PaymentVariable.AssessedAt });
}
