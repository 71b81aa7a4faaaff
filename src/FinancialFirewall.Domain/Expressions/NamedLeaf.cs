namespace FinancialFirewall.Domain.Expressions;

/// <summary>A leaf of a condition with its name, which is printed once for all payments whose answers show its value.</summary>
/// <param name="Name">As the language prints it: <c>amount</c>, <c>count(payments, 24h)</c>.</param>
/// <param name="Leaf">A member, a variable or an aggregate.</param>
internal sealed record NamedLeaf(string Name, Expression Leaf)
{
    /// <summary>The leaves of a condition as <see cref="ExpressionLeaves.Of"/> finds them.</summary>
    public static NamedLeaf[] AllOf(Expression condition) => [.. ExpressionLeaves.Of(condition).Select(static leaf => new NamedLeaf(leaf.Print(), leaf))];
}
