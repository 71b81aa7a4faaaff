namespace FinancialFirewall.Domain.Expressions;

/// <summary>A list's name.</summary>
internal sealed record NamedListSyntax(Token Token) : Syntax(Token.Start, Token.End, 1);
