namespace FinancialFirewall.Domain.Expressions;

/// <summary>Walks over the tokens of a text.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens, ProblemSink problems)
{
    private int position;

    /// <summary>The token that is next; the last one is the end and stays.</summary>
    public Token Next => tokens[position];

    /// <summary>The token behind the next one.</summary>
    public Token Second => tokens[Math.Min(position + 1, tokens.Count - 1)];

    /// <summary>Goes one token on and gives the one passed.</summary>
    public Token Take()
    {
        var token = tokens[position];
        position += token.Kind == TokenKind.End ? 0 : 1;
        return token;
    }

    /// <summary>Passes a symbol if it is next.</summary>
    public bool Accept(string symbol) => Passes(Next.IsSymbol(symbol));

    /// <summary>Passes a keyword if it is next.</summary>
    public bool AcceptWord(string word) => Passes(Next.IsWord(word));

    /// <summary>Passes a symbol, or reports that it is not there.</summary>
    public bool Demand(string symbol, string expected) => Accept(symbol) || Fail(expected);

    /// <summary>Reports that the next token does not fit.</summary>
    public bool Fail(string expected, string? suggestion = null)
    {
        problems.ReportPart(Next.Start, Next.Length, expected, suggestion);
        return false;
    }

    private bool Passes(bool fits)
    {
        position += fits ? 1 : 0;
        return fits;
    }
}
