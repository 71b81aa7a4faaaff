namespace FinancialFirewall.Domain.Expressions;

/// <summary>An operator between two operands.</summary>
internal sealed record InfixSyntax(Syntax Left, Token Operator, Syntax Right)
    : Syntax(Left.Start, Right.End, 1 + Math.Max(Left.Depth, Right.Depth));
