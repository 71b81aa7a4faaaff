using System.Collections.Immutable;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What a condition refers to: the values it saw are these leaves' values.</summary>
public static class ExpressionLeaves
{
    /// <summary>
    /// The members, variables and aggregates that a condition names, each once, in order of appearance. An aggregate is one leaf: what its filter
    /// names belongs to the history.
    /// </summary>
    public static ImmutableArray<Expression> Of(Expression expression)
        => [.. All(expression).Where(static part => part is MemberExpression or VariableExpression or AggregateExpression).Distinct()];

    /// <summary>The aggregates that a condition names, each once, in order of appearance.</summary>
    public static ImmutableArray<AggregateExpression> Aggregates(Expression expression)
        => [.. All(expression).OfType<AggregateExpression>().Distinct()];

    /// <summary>The named lists that a condition and the filters of its aggregates ask, each once, in order of appearance.</summary>
    public static ImmutableArray<string> ListNames(Expression expression)
        => [.. AllWithFilters(expression).OfType<NamedListExpression>().Select(static list => list.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The clocks that a condition and the filters of its aggregates look at, each once, in order of appearance.</summary>
    public static ImmutableArray<ZoneRules> Zones(Expression expression)
        => [.. AllWithFilters(expression).OfType<CalendarExpression>().Select(static calendar => calendar.Zone).Distinct()];

    private static IEnumerable<Expression> AllWithFilters(Expression expression)
        => All(expression).SelectMany(static part => part is AggregateExpression { Filter: { } filter } ? All(filter) : [part]);

    private static IEnumerable<Expression> All(Expression expression)
        => Parts(expression).SelectMany(All).Prepend(expression);

    private static IEnumerable<Expression> Parts(Expression expression) => expression switch
    {
        AndExpression and => and.Items,
        OrExpression or => or.Items,
        NotExpression not => [not.Operand],
        ComparisonExpression comparison => [comparison.Left, comparison.Right],
        BetweenExpression between => [between.Operand, between.Low, between.High],
        InExpression membership => [membership.Operand, membership.List],
        MatchesExpression matches => [matches.Operand],
        TextTestExpression test => [test.Left, test.Right],
        ExistsExpression exists => [exists.Operand],
        ArithmeticExpression arithmetic => [arithmetic.Left, arithmetic.Right],
        NegateExpression negation => [negation.Operand],
        CalendarExpression calendar => [calendar.Operand],
        _ => [],
    };
}
