namespace FinancialFirewall.Domain.Expressions;

/// <summary><c>not</c> or <c>-</c> before an operand.</summary>
internal sealed record PrefixSyntax(Token Operator, Syntax Operand) : Syntax(Operator.Start, Operand.End, 1 + Operand.Depth);
