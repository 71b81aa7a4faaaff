namespace FinancialFirewall.Domain.Expressions;

/// <summary>A number, text, duration or truth that is written out.</summary>
internal sealed record LiteralSyntax(Token Token, Expression Value) : Syntax(Token.Start, Token.End, 1);
