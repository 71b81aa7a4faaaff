using System.Globalization;

namespace GraphQL.Server.Language;

/// <summary>The place of a parser in a document: the token it looks at, and the limits.</summary>
internal sealed class TokenReader(string body, ParserLimits limits)
{
    private Lexer lexer = new(body);
    private int depth;

    /// <summary>The token that is looked at.</summary>
    public Token Current { get; private set; } = new(TokenKind.Start, 0, 0);

    /// <summary>How many tokens were read.</summary>
    public int Count { get; private set; }

    /// <summary>The text of the current token.</summary>
    public ReadOnlySpan<char> Text => body.AsSpan(Current.Start, Current.End - Current.Start);

    /// <summary>Goes to the next token.</summary>
    public void Advance()
    {
        Current = lexer.Read(Current.End);
        if (Current.Kind != TokenKind.End && ++Count > limits.MaxTokens)
        {
            throw new SyntaxException(
                Current.Start,
                string.Create(CultureInfo.InvariantCulture, $"Document contains more than {limits.MaxTokens} tokens. Parsing aborted."));
        }
    }

    public bool At(TokenKind kind) => Current.Kind == kind;

    public bool AtKeyword(string keyword) => At(TokenKind.Name) && Text.SequenceEqual(keyword);

    /// <summary>Passes over a token of this kind, if it is there.</summary>
    public bool Take(TokenKind kind)
    {
        if (!At(kind))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Passes over a keyword, if it is there.</summary>
    public bool TakeKeyword(string keyword)
    {
        if (!AtKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Passes over a token that must be there, and gives it.</summary>
    public Token Expect(TokenKind kind)
    {
        var token = Current;
        if (!Take(kind))
        {
            throw new SyntaxException(token.Start, $"Expected {Token.Describe(kind)}, found {Describe()}.");
        }

        return token;
    }

    public void ExpectKeyword(string keyword)
    {
        if (!TakeKeyword(keyword))
        {
            throw new SyntaxException(Current.Start, $"Expected \"{keyword}\", found {Describe()}.");
        }
    }

    public Name ExpectName()
    {
        var token = Expect(TokenKind.Name);
        return new Name(body[token.Start..token.End], token.Start);
    }

    /// <summary>One level deeper; each is left with <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++depth > limits.MaxDepth)
        {
            throw new SyntaxException(
                Current.Start,
                string.Create(CultureInfo.InvariantCulture, $"Document nests more than {limits.MaxDepth} levels deep. Parsing aborted."));
        }
    }

    public void Leave() => depth--;

    /// <summary>Between two brackets: at least one, until the bracket closes.</summary>
    public T[] Many<T>(TokenKind open, Func<T> read, TokenKind close)
    {
        Expect(open);
        List<T> items = [];
        do
        {
            items.Add(read());
        }
        while (!Take(close));
        return [.. items];
    }

    /// <summary>As <see cref="Many"/> where the bracket opens, and nothing where it does not.</summary>
    public T[] OptionalMany<T>(TokenKind open, Func<T> read, TokenKind close) => At(open) ? Many(open, read, close) : [];

    /// <summary>One or more, with a separator between them that may also stand before the first.</summary>
    public T[] Separated<T>(TokenKind separator, Func<T> read)
    {
        Take(separator);
        List<T> items = [];
        do
        {
            items.Add(read());
        }
        while (Take(separator));
        return [.. items];
    }

    public SyntaxException Unexpected() => new(Current.Start, $"Unexpected {Describe()}.");

    /// <summary>The current token as messages name it.</summary>
    public string Describe()
    {
        var kind = Token.Describe(Current.Kind);
        return Current.Kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{kind} \"{Text}\"",
            TokenKind.String or TokenKind.BlockString => $"{kind} \"{Current.Value}\"",
            _ => kind,
        };
    }
}
