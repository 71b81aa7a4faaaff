namespace FinancialFirewall.Domain.Expressions;

/// <summary><c>a between b and c</c>.</summary>
internal sealed record BetweenSyntax(Syntax Operand, Token Operator, Syntax Low, Syntax High)
    : Syntax(Operand.Start, High.End, 1 + Math.Max(Operand.Depth, Math.Max(Low.Depth, High.Depth)));
