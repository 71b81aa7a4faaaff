namespace FinancialFirewall.Domain.Expressions;

/// <summary>Gives every part of a text its type and its meaning. Every method gives nothing once a problem is reported.</summary>
internal sealed class TypeChecker
{
    private readonly ProblemSink problems;
    private readonly IReadOnlyCollection<string>? listNames;
    private readonly CallChecker calls;
    private readonly OperatorChecker operators;

    public TypeChecker(ProblemSink problems, IReadOnlyCollection<string>? listNames)
    {
        this.problems = problems;
        this.listNames = listNames;
        calls = new(problems, Check, CheckCondition);
        operators = new(problems, Check);
    }

    /// <summary>A part that has to be a condition.</summary>
    public Expression? CheckCondition(Syntax syntax)
    {
        var expression = Check(syntax);
        if (expression is null or { Type: ValueType.Truth })
        {
            return expression;
        }

        problems.ReportType(syntax, expression.Type, "a condition, such as a comparison");
        return null;
    }

    /// <summary>Any part.</summary>
    public Expression? Check(Syntax syntax) => syntax switch
    {
        LiteralSyntax literal => literal.Value,
        NameSyntax name => NameChecker.Check(problems, name.Token),
        NamedListSyntax list => CheckNamedList(list),
        ListSyntax list => CheckList(list),
        PrefixSyntax prefix when prefix.Operator.IsSymbol("-") => CheckSign(prefix),
        PrefixSyntax prefix => CheckCondition(prefix.Operand) is { } operand ? new NotExpression(operand) : null,
        JunctionSyntax junction => CheckJunction(junction),
        BetweenSyntax between => operators.CheckBetween(between),
        InfixSyntax infix => operators.Check(infix),
        CallSyntax call => calls.Check(call),
        AggregateSyntax aggregate => calls.Check(aggregate),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax), syntax, "There is no such syntax."),
    };

    private Expression? CheckJunction(JunctionSyntax junction)
    {
        var items = new List<Expression>(junction.Items.Count);
        foreach (var syntax in junction.Items)
        {
            if (CheckCondition(syntax) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return junction.IsAnd ? Build.And(items) : Build.Or(items);
    }

    private Expression? CheckSign(PrefixSyntax prefix)
    {
        var operand = Check(prefix.Operand);
        if (operand is null or { Type: ValueType.Number or ValueType.Duration })
        {
            return operand is null ? null : Build.Negate(operand);
        }

        problems.ReportType(prefix.Operand, operand.Type, "a number or a duration behind '-'");
        return null;
    }

    private NamedListExpression? CheckNamedList(NamedListSyntax list)
    {
        if (listNames is null || listNames.Contains(list.Token.Text, StringComparer.Ordinal))
        {
            return new(list.Token.Text);
        }

        problems.ReportPart(list.Start, list.Length, "the name of one of the policy's lists", NameSuggestion.Of(list.Token.Text, listNames)?.Insert(1, "@"));
        return null;
    }

    private ListLiteral? CheckList(ListSyntax list)
    {
        var items = new List<Expression>(list.Items.Count);
        foreach (var syntax in list.Items)
        {
            if (Check(syntax) is not { } item)
            {
                return null;
            }

            if (!TypeRules.CanBeItem(item) || (items.Count > 0 && item.Type != items[0].Type))
            {
                var expected = items.Count > 0 ? $"{Printing.Name(items[0].Type)} that is written out, as the items before" : "a number, a text or a duration that is written out";
                problems.ReportType(syntax, item.Type, expected);
                return null;
            }

            items.Add(item);
        }

        return new(new(items));
    }
}
