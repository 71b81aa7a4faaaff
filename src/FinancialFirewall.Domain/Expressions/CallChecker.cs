using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Checks the arguments of functions.</summary>
internal sealed class CallChecker(ProblemSink problems, Func<Syntax, Expression?> check, Func<Syntax, Expression?> checkCondition)
{
    /// <summary>A function over one payment.</summary>
    public Expression? Check(CallSyntax call) => call.Name.Text switch
    {
        Vocabulary.Exists => CheckExists(call),
        Vocabulary.ContainsIgnoreCase => CheckContains(call),
        Vocabulary.Hour => CheckCalendar(call, CalendarFunction.Hour),
        Vocabulary.Weekday => CheckCalendar(call, CalendarFunction.Weekday),
        _ => throw new ArgumentOutOfRangeException(nameof(call), call.Name.Text, "There is no such function."),
    };

    /// <summary>A function over a history.</summary>
    public Expression? Check(AggregateSyntax aggregate)
    {
        if (!TryCheckArgument(aggregate, out var argument))
        {
            return null;
        }

        Expression? filter = null;
        if (aggregate.Filter is { } syntax)
        {
            filter = checkCondition(syntax);
            if (filter is null || !IsForFilters(syntax, filter))
            {
                return null;
            }
        }

        return new AggregateExpression(aggregate.Function, argument, aggregate.Key, (long)aggregate.Window.Number, filter);
    }

    private bool TryCheckArgument(AggregateSyntax aggregate, out MemberExpression? argument)
    {
        argument = null;
        var token = aggregate.Argument;
        if (aggregate.Function == AggregateFunction.Count)
        {
            return token.IsWord(AggregateTypes.Payments) || Fail(token, "'payments': a count counts payments", "'distinct(member, …)' or 'count(payments, … where …)'");
        }

        var name = Vocabulary.IsKeyword(token.Text) ? null : NameChecker.Check(problems, token);
        argument = name as MemberExpression;
        if (argument is not null && TypeRules.CanAggregate(aggregate.Function, argument))
        {
            return true;
        }

        return Fail(token, aggregate.Function is AggregateFunction.Distinct or AggregateFunction.Last
            ? "a member of the payment"
            : "amount, originalAmount, latitude or longitude");
    }

    private bool IsForFilters(Syntax syntax, Expression filter)
    {
        if (TypeRules.NotForFilters(filter) is not { } leaf)
        {
            return true;
        }

        var (start, length) = Locate(syntax, leaf);
        problems.ReportPart(start, length, "the payment's own members: a filter sees neither aggregates nor riskScore, accountAge, tenantAge and deviceIsNew");
        return false;
    }

    // The leaf that does not fit is found again in the text, so that the caret stands under it and not under the whole filter.
    private (int Start, int Length) Locate(Syntax syntax, Expression leaf)
    {
        var place = Parts(syntax).FirstOrDefault(part => part is NameSyntax or AggregateSyntax && leaf.Equals(check(part))) ?? syntax;
        return (place.Start, place.Length);
    }

    private static IEnumerable<Syntax> Parts(Syntax syntax) => (syntax switch
    {
        PrefixSyntax prefix => [prefix.Operand],
        InfixSyntax infix => [infix.Left, infix.Right],
        BetweenSyntax between => [between.Operand, between.Low, between.High],
        JunctionSyntax junction => junction.Items,
        CallSyntax call => call.Arguments,
        _ => (IReadOnlyList<Syntax>)[],
    }).SelectMany(Parts).Prepend(syntax);

    private ExistsExpression? CheckExists(CallSyntax call)
    {
        if (!HasArguments(call, 1, "one member, variable or aggregate") || check(call.Arguments[0]) is not { } operand)
        {
            return null;
        }

        if (TypeRules.CanExist(operand))
        {
            return new ExistsExpression(operand);
        }

        problems.ReportPart(call.Arguments[0].Start, call.Arguments[0].Length, "a member, a variable or an aggregate");
        return null;
    }

    private TextTestExpression? CheckContains(CallSyntax call)
    {
        const string Shape = "a text and, behind a comma, a text in quotes";
        if (!HasArguments(call, 2, Shape) || check(call.Arguments[0]) is not { } left || check(call.Arguments[1]) is not { } right)
        {
            return null;
        }

        var wrong = left.Type != ValueType.Text ? 0 : 1;
        if (wrong == 1 && right is TextLiteral)
        {
            return new TextTestExpression(TextTest.ContainsIgnoreCase, left, right);
        }

        problems.ReportPart(call.Arguments[wrong].Start, call.Arguments[wrong].Length, wrong == 0 ? "a text" : "a text in quotes");
        return null;
    }

    private CalendarExpression? CheckCalendar(CallSyntax call, CalendarFunction function)
    {
        if (!HasArguments(call, 2, "a time and, behind a comma, a time zone in quotes, such as \"Europe/Berlin\"") || check(call.Arguments[0]) is not { } time)
        {
            return null;
        }

        var place = call.Arguments[1];
        if (time.Type != ValueType.Time)
        {
            problems.ReportType(call.Arguments[0], time.Type, "a time, such as initiatedAt");
            return null;
        }

        if (place is LiteralSyntax { Value: TextLiteral id } && ZoneRules.Find(id.Value) is { } zone)
        {
            return new CalendarExpression(function, time, zone);
        }

        var suggestion = place is LiteralSyntax { Value: TextLiteral unknown } ? NameSuggestion.Of(unknown.Value, ZoneRules.KnownIds()) : null;
        problems.ReportPart(place.Start, place.Length, "an IANA time zone in quotes, such as \"Europe/Berlin\"", suggestion);
        return null;
    }

    private bool HasArguments(CallSyntax call, int count, string shape)
    {
        if (call.Arguments.Count == count)
        {
            return true;
        }

        problems.ReportPart(call.Start, call.Length, $"{shape} in the parentheses");
        return false;
    }

    private bool Fail(Token token, string expected, string? suggestion = null)
    {
        problems.ReportPart(token.Start, token.Length, expected, suggestion);
        return false;
    }
}
