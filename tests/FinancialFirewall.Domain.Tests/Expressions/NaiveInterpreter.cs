using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.RegularExpressions;
using FinancialFirewall.Domain.Expressions;
using ValueType = FinancialFirewall.Domain.Expressions.ValueType;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>
/// Evaluates conditions slowly and obviously: walks the tree with strings, decimals and dictionaries. It shares nothing with the compiler but the
/// tree. Nothing is absent, <see cref="Unknown"/> cannot be evaluated.
/// </summary>
internal static class NaiveInterpreter
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>True, false, or nothing where it cannot be evaluated.</summary>
    public static bool? Holds(Expression condition, NaiveFacts facts) => condition switch
    {
        AndExpression and => And(and.Items.Select(item => Holds(item, facts))),
        OrExpression or => !And(or.Items.Select(item => !Holds(item, facts))),
        NotExpression not => !Holds(not.Operand, facts),
        BetweenExpression between => And(
        [
            Compare(Value(between.Operand, facts), Value(between.Low, facts), static order => order >= 0),
            Compare(Value(between.Operand, facts), Value(between.High, facts), static order => order <= 0),
        ]),
        ComparisonExpression comparison => Compare(Value(comparison.Left, facts), Value(comparison.Right, facts), comparison.Operator switch
        {
            ComparisonOperator.Equal => static order => order == 0,
            ComparisonOperator.NotEqual => static order => order != 0,
            ComparisonOperator.Less => static order => order < 0,
            ComparisonOperator.LessOrEqual => static order => order <= 0,
            ComparisonOperator.Greater => static order => order > 0,
            _ => static order => order >= 0,
        }),
        InExpression membership => In(membership, facts),
        MatchesExpression matches => Test(
            Value(matches.Operand, facts), text => FullMatch((string)text, matches.Pattern)),
        TextTestExpression test => TextTest(test, facts),
        ExistsExpression { Operand: AggregateExpression aggregate } => facts[aggregate.Id] switch { null => false, Unknown => null, _ => true },
        ExistsExpression { Operand: MemberExpression { Name: "amount" or "originalAmount" } } => facts["originalAmount"] is not null,
        ExistsExpression exists => Value(exists.Operand, facts) is not null,
        TruthLiteral literal => literal.Value,
        _ => Test(Value(condition, facts), static value => (bool)value),
    };

    private static bool FullMatch(string text, string pattern)
        => Regex.IsMatch(text, "^(?:" + pattern + ")\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    // Kleene: false as soon as one is false, else unknown as soon as one is unknown.
    private static bool? And(IEnumerable<bool?> items)
    {
        var all = items.ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    private static bool? Test(object? value, Func<object, bool> test) => value switch { null => false, Unknown => null, _ => test(value) };

    private static bool? Compare(object? left, object? right, Func<int, bool> test)
    {
        if (left is null || right is null)
        {
            return false;
        }

        if (left is Unknown || right is Unknown)
        {
            return null;
        }

        return test(left is string text ? string.CompareOrdinal(text, (string)right) : Comparer<object>.Default.Compare(left, right));
    }

    private static bool? In(InExpression membership, NaiveFacts facts) => Test(Value(membership.Operand, facts), value => membership.List switch
    {
        NamedListExpression named => facts.Lists[named.Name].Contains((string)value),
        ListLiteral list when membership.Operand is MemberExpression { Name: "ipAddress" } => list.Items.Any(
            item => Value(item, facts) is string range && (range.Contains('/', StringComparison.Ordinal)
                ? IPNetwork.Parse(range).Contains(IPAddress.Parse((string)value))
                : IPAddress.Parse(range).Equals(IPAddress.Parse((string)value)))),
        ListLiteral list => list.Items.Any(item => value.Equals(Value(item, facts))),
        _ => throw new InvalidOperationException("No list."),
    });

    private static bool? TextTest(TextTestExpression test, NaiveFacts facts)
    {
        var (left, right) = (Value(test.Left, facts), Value(test.Right, facts));
        return And([Test(left, _ => true), Test(right, _ => true)]) is not true ? left is null || right is null ? false : null : test.Test switch
        {
            Domain.Expressions.TextTest.StartsWith => ((string)left!).StartsWith((string)right!, StringComparison.Ordinal),
            Domain.Expressions.TextTest.Contains => ((string)left!).Contains((string)right!, StringComparison.Ordinal),
            _ => ((string)left!).ToUpperInvariant().Contains(((string)right!).ToUpperInvariant(), StringComparison.Ordinal),
        };
    }

    private static object? Value(Expression expression, NaiveFacts facts) => expression switch
    {
        NumberLiteral literal => literal.Value,
        TextLiteral literal => literal.Value,
        TimeLiteral literal => (BigInteger)literal.Value.UnixMicroseconds,
        DurationLiteral literal => (BigInteger)literal.Seconds * 1_000_000,
        MemberExpression member => facts[member.Name],
        VariableExpression variable => facts[variable.Name],
        AggregateExpression aggregate => facts[aggregate.Id],
        NegateExpression negation => Both(negation.Type == ValueType.Number ? 0m : BigInteger.Zero, Value(negation.Operand, facts), ArithmeticOperator.Subtract),
        ArithmeticExpression arithmetic => Both(Value(arithmetic.Left, facts), Value(arithmetic.Right, facts), arithmetic.Operator),
        CalendarExpression calendar => Calendar(calendar, Value(calendar.Operand, facts)),
        _ => Holds(expression, facts) is { } truth ? truth : Unknown.Value,
    };

    private static object? Both(object? left, object? right, ArithmeticOperator arithmetic)
    {
        if (left is null || right is null)
        {
            return null;
        }

        try
        {
            return (left, right) switch
            {
                (Unknown, _) or (_, Unknown) => Unknown.Value,
                (BigInteger a, BigInteger b) => (BigInteger)(long)(arithmetic == ArithmeticOperator.Add ? a + b : a - b),
                (decimal a, decimal b) => arithmetic switch
                {
                    ArithmeticOperator.Add => a + b,
                    ArithmeticOperator.Subtract => a - b,
                    ArithmeticOperator.Multiply => a * b,
                    ArithmeticOperator.Divide => a / b,
                    _ => a % b,
                },
                _ => throw new InvalidOperationException($"{left} and {right}"),
            };
        }
        catch (ArithmeticException)
        {
            return Unknown.Value;
        }
    }

    private static object? Calendar(CalendarExpression calendar, object? time)
    {
        if (time is not BigInteger microseconds)
        {
            return time;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(Epoch.AddTicks((long)microseconds * 10), TimeZoneInfo.FindSystemTimeZoneById(calendar.Zone.Id));
        return calendar.Function == CalendarFunction.Hour
            ? (decimal)local.Hour
            : local.DayOfWeek.ToString()[..3].ToUpper(CultureInfo.InvariantCulture);
    }
}
