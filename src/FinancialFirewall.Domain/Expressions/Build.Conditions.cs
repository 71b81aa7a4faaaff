using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Makes trees in code. All methods throw <see cref="ArgumentException"/> for types that do not fit: such a tree is a bug.</summary>
public static partial class Build
{
    /// <summary>All of some conditions: <c>true</c> for none, the condition itself for one.</summary>
    public static Expression And(params IEnumerable<Expression> conditions)
    {
        var items = Flatten(conditions, static condition => (condition as AndExpression)?.Items);
        return items.Count switch { 0 => Truth(value: true), 1 => items[0], _ => new AndExpression(items) };
    }

    /// <summary>One of some conditions: <c>false</c> for none, the condition itself for one.</summary>
    public static Expression Or(params IEnumerable<Expression> conditions)
    {
        var items = Flatten(conditions, static condition => (condition as OrExpression)?.Items);
        return items.Count switch { 0 => Truth(value: false), 1 => items[0], _ => new OrExpression(items) };
    }

    /// <summary>The opposite of a condition.</summary>
    public static NotExpression Not(Expression condition)
        => new(Demand(condition, condition.Type == ValueType.Truth, "A condition is expected."));

    /// <summary>A comparison of two values of one type; texts and conditions can only be equal or not.</summary>
    public static ComparisonExpression Compare(Expression left, ComparisonOperator comparison, Expression right)
    {
        Demand(left, TypeRules.CanCompare(comparison, left.Type, right.Type), $"{left} and {right} cannot be compared like this.");
        Demand(left, !(left is TimeLiteral && right is TimeLiteral), "Two times that are written out need no comparison.");
        return new(comparison, left, right);
    }

    /// <summary>Whether a number, time or duration lies between two others, both included.</summary>
    public static BetweenExpression Between(Expression operand, Expression low, Expression high)
    {
        Demand(operand, TypeRules.IsOrdered(operand.Type), "A number, a time or a duration is expected.");
        Demand(low, operand.Type == low.Type && operand.Type == high.Type, "The bounds are of another type than the value.");
        Demand(low, !(operand is TimeLiteral && low is TimeLiteral && high is TimeLiteral), "Times that are written out need no comparison.");
        return new(operand, low, high);
    }

    /// <summary>Whether a list holds a value; beside <c>ipAddress</c> the items of a written list are addresses or ranges like <c>10.0.0.0/8</c>.</summary>
    public static InExpression In(Expression operand, ListLiteral list)
    {
        Demand(list, operand.Type == list.ItemType && operand is not TimeLiteral, "The list's items are of another type than the value.");
        var membership = new InExpression(operand, list);
        if (membership.IsOverAddresses)
        {
            foreach (var item in list.Items)
            {
                Demand(item, AddressRange.TryParse(((TextLiteral)item).Value, out _), $"{item} is neither an IP address nor a range of them.");
            }
        }

        return membership;
    }

    /// <summary>Whether a list of the policy holds a text.</summary>
    public static InExpression In(Expression operand, NamedListExpression list)
        => new(Demand(operand, operand.Type == ValueType.Text, "A text is expected: the lists of a policy hold texts."), list);

    /// <summary>Whether the whole of a text matches a regular expression; <see cref="TextPattern.Check"/> says beforehand whether it is one.</summary>
    public static MatchesExpression Matches(Expression operand, string pattern)
    {
        Demand(operand, operand.Type == ValueType.Text, "A text is expected.");
        Demand(operand, TextPattern.Check(pattern) is null, $"'{pattern}' is not a pattern that can be used.");
        return new(operand, pattern);
    }

    /// <summary>Whether a text starts with another.</summary>
    public static TextTestExpression StartsWith(Expression left, Expression right) => Test(TextTest.StartsWith, left, right);

    /// <summary>Whether a text contains another.</summary>
    public static TextTestExpression Contains(Expression left, Expression right) => Test(TextTest.Contains, left, right);

    /// <summary>Whether a text contains another, in upper or lower case.</summary>
    public static TextTestExpression ContainsIgnoreCase(Expression left, string right) => Test(TextTest.ContainsIgnoreCase, left, Text(right));

    /// <summary>Whether a member, a variable or an aggregate has a value.</summary>
    public static ExistsExpression Exists(Expression operand)
        => new(Demand(operand, TypeRules.CanExist(operand), "A member, a variable or an aggregate is expected."));

    /// <summary>Whether a member has a value.</summary>
    public static ExistsExpression Exists(PaymentMember member) => Exists(Member(member));

    private static TextTestExpression Test(TextTest test, Expression left, Expression right)
    {
        Demand(left, left.Type == ValueType.Text && right.Type == ValueType.Text, "Two texts are expected.");
        return new(test, left, right);
    }

    private static EquatableList<Expression> Flatten(IEnumerable<Expression> conditions, Func<Expression, EquatableList<Expression>?> inner)
    {
        var items = new List<Expression>();
        foreach (var condition in conditions)
        {
            Demand(condition, condition.Type == ValueType.Truth, $"{condition} is no condition.");
            items.AddRange(inner(condition) ?? (IEnumerable<Expression>)[condition]);
        }

        return new(items);
    }

    private static Expression Demand(Expression expression, bool holds, string message)
        => holds ? expression : throw new ArgumentException(message, nameof(expression));
}
