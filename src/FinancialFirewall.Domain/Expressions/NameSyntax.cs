namespace FinancialFirewall.Domain.Expressions;

/// <summary>A name, in <c>${ }</c> or not.</summary>
internal sealed record NameSyntax(Token Token) : Syntax(Token.Start, Token.End, 1)
{
    public string Name => Token.Text;
}
