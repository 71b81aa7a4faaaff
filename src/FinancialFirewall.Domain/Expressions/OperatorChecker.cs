using System.Globalization;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Checks that the two sides of an operator fit each other. A text in quotes beside a time is a time.</summary>
internal sealed class OperatorChecker(ProblemSink problems, Func<Syntax, Expression?> check)
{
    private const string TimeShape = "a time like \"2026-03-01T12:00:00Z\" or a day like \"2026-03-01\"";

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", "yyyy-MM-dd",
    ];

    /// <summary>An operator between two operands.</summary>
    public Expression? Check(InfixSyntax infix)
    {
        if (check(infix.Left) is not { } left || check(infix.Right) is not { } right)
        {
            return null;
        }

        if (infix.Operator.IsWord(Vocabulary.In))
        {
            return CheckIn(infix, left, right);
        }

        if (infix.Operator.Kind == TokenKind.Word)
        {
            return CheckText(infix, left, right);
        }

        if (!TryAgree(infix.Left, ref left, right) || !TryAgree(infix.Right, ref right, left))
        {
            return null;
        }

        return ComparisonOf(infix.Operator.Text) is { } comparison
            ? CheckComparison(infix, comparison, left, right)
            : CheckArithmetic(infix, ArithmeticOf(infix.Operator.Text), left, right);
    }

    /// <summary><c>a between b and c</c>.</summary>
    public Expression? CheckBetween(BetweenSyntax between)
    {
        if (check(between.Operand) is not { } operand || check(between.Low) is not { } low || check(between.High) is not { } high)
        {
            return null;
        }

        var isTime = operand.Type == ValueType.Time ? operand : low.Type == ValueType.Time ? low : high;
        if (!TryAgree(between.Operand, ref operand, isTime) || !TryAgree(between.Low, ref low, isTime) || !TryAgree(between.High, ref high, isTime))
        {
            return null;
        }

        if (!TypeRules.IsOrdered(operand.Type))
        {
            return Fail(between.Operand, operand, "a number, a time or a duration before 'between'");
        }

        if (low.Type != operand.Type || high.Type != operand.Type)
        {
            var (syntax, bound) = low.Type != operand.Type ? (between.Low, low) : (between.High, high);
            return Fail(syntax, bound, $"{Printing.Name(operand.Type)}, as before 'between'");
        }

        return new BetweenExpression(operand, low, high);
    }

    private static ComparisonOperator? ComparisonOf(string symbol) => symbol switch
    {
        "==" => ComparisonOperator.Equal,
        "!=" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.Less,
        "<=" => ComparisonOperator.LessOrEqual,
        ">" => ComparisonOperator.Greater,
        ">=" => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    private static ArithmeticOperator ArithmeticOf(string symbol) => symbol switch
    {
        "+" => ArithmeticOperator.Add,
        "-" => ArithmeticOperator.Subtract,
        "*" => ArithmeticOperator.Multiply,
        "/" => ArithmeticOperator.Divide,
        "%" => ArithmeticOperator.Remainder,
        _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, "There is no such operator."),
    };

    private static bool TryParseTime(string text, out Instant time)
    {
        var isTime = DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = Instant.From(parsed);
        return isTime;
    }

    private Expression? CheckComparison(InfixSyntax infix, ComparisonOperator comparison, Expression left, Expression right)
    {
        if (TypeRules.CanCompare(comparison, left.Type, right.Type))
        {
            return new ComparisonExpression(comparison, left, right);
        }

        if (left.Type == ValueType.List || right.Type == ValueType.List)
        {
            return left.Type == ValueType.List ? Fail(infix.Left, left, "one value") : Fail(infix.Right, right, "one value, or 'in' before a list");
        }

        return left.Type == right.Type
            ? Fail(infix.Left, left, $"a number, a time or a duration: {Printing.Name(left.Type)} is compared with '==' and '!=' only")
            : Fail(infix.Right, right, $"{Printing.Name(left.Type)}, as on the left of '{infix.Operator.Text}'");
    }

    private Expression? CheckArithmetic(InfixSyntax infix, ArithmeticOperator arithmetic, Expression left, Expression right)
    {
        if (TypeRules.Arithmetic(arithmetic, left, right) is { } type)
        {
            return new ArithmeticExpression(arithmetic, left, right, type);
        }

        var isPlusOrMinus = arithmetic is ArithmeticOperator.Add or ArithmeticOperator.Subtract;
        if (left.Type is not (ValueType.Number or ValueType.Duration or ValueType.Time) || (!isPlusOrMinus && left.Type != ValueType.Number))
        {
            return Fail(infix.Left, left, isPlusOrMinus ? "a number, a time or a duration" : "a number");
        }

        return Fail(infix.Right, right, (left.Type, arithmetic) switch
        {
            (ValueType.Number, _) => $"a number, as on the left of '{infix.Operator.Text}'",
            (ValueType.Time, ArithmeticOperator.Add) => "a duration to add to a time",
            (ValueType.Time, _) => "a time or a duration to take from a time",
            (_, ArithmeticOperator.Add) => "a duration or a time to add to a duration",
            _ => "a duration to take from a duration",
        });
    }

    private Expression? CheckIn(InfixSyntax infix, Expression left, Expression right)
    {
        if (right is NamedListExpression named)
        {
            return left.Type == ValueType.Text
                ? new InExpression(left, named)
                : Fail(infix.Left, left, "a text: the lists of a policy hold texts");
        }

        if (right is not ListLiteral list)
        {
            return Fail(infix.Right, right, "a list such as [\"DE\", \"FR\"] or @name");
        }

        if (left.Type == ValueType.Time && list.ItemType == ValueType.Text)
        {
            if (ToTimes((ListSyntax)infix.Right, list) is not { } times)
            {
                return null;
            }

            list = times;
        }

        if (left.Type != list.ItemType)
        {
            return Fail(infix.Left, left, $"{Printing.Name(list.ItemType)}, as in the list");
        }

        var membership = new InExpression(left, list);
        return !membership.IsOverAddresses || AreAddresses((ListSyntax)infix.Right, list) ? membership : null;
    }

    private ListLiteral? ToTimes(ListSyntax syntax, ListLiteral list)
    {
        var times = new List<Expression>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!TryParseTime(((TextLiteral)list.Items[i]).Value, out var time))
            {
                problems.ReportPart(syntax.Items[i].Start, syntax.Items[i].Length, TimeShape);
                return null;
            }

            times.Add(new TimeLiteral(time));
        }

        return new(new(times));
    }

    private bool AreAddresses(ListSyntax syntax, ListLiteral list)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (!AddressRange.TryParse(((TextLiteral)list.Items[i]).Value, out _))
            {
                problems.ReportPart(syntax.Items[i].Start, syntax.Items[i].Length, "an IP address or a range of them, such as \"10.0.0.0/8\"");
                return false;
            }
        }

        return true;
    }

    private Expression? CheckText(InfixSyntax infix, Expression left, Expression right)
    {
        if (left.Type != ValueType.Text)
        {
            return Fail(infix.Left, left, $"a text before '{infix.Operator.Text}'");
        }

        if (infix.Operator.IsWord(Vocabulary.Matches))
        {
            return right is TextLiteral pattern
                ? CheckPattern(infix, left, pattern.Value)
                : Fail(infix.Right, right, "a pattern in quotes behind 'matches'");
        }

        var test = infix.Operator.IsWord(Vocabulary.Contains) ? TextTest.Contains : TextTest.StartsWith;
        return right.Type == ValueType.Text
            ? new TextTestExpression(test, left, right)
            : Fail(infix.Right, right, $"a text behind '{infix.Operator.Text}'");
    }

    private MatchesExpression? CheckPattern(InfixSyntax infix, Expression text, string pattern)
    {
        if (TextPattern.Check(pattern) is not { } problem)
        {
            return new(text, pattern);
        }

        const string Expected = "a pattern that can be used: this one ";
        var literal = (LiteralSyntax)infix.Right;
        var (start, length) = problem.Offset is { } offset
            ? (QuotedTextReader.SourceOffset(problems.Source.Text, literal.Token.Start, offset), 1)
            : (literal.Start, literal.Length);
        problems.ReportPart(start, length, Expected + problem.Message);
        return null;
    }

    private bool TryAgree(Syntax syntax, ref Expression expression, Expression other)
    {
        if (expression is not TextLiteral text || other.Type != ValueType.Time)
        {
            return true;
        }

        if (TryParseTime(text.Value, out var time))
        {
            expression = new TimeLiteral(time);
            return true;
        }

        problems.ReportPart(syntax.Start, syntax.Length, TimeShape);
        return false;
    }

    private Expression? Fail(Syntax syntax, Expression expression, string expected)
    {
        problems.ReportType(syntax, expression.Type, expected);
        return null;
    }
}
