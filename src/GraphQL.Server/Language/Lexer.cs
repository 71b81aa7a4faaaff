namespace GraphQL.Server.Language;

/// <summary>Cuts a document into tokens, each character looked at a bounded number of times.</summary>
internal struct Lexer(string body)
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The next token from an offset; comments are passed over.</summary>
    /// <exception cref="SyntaxException">What stands there is no token.</exception>
    public readonly Token Read(int start)
    {
        var position = SkipIgnored(start);
        if (position >= body.Length)
        {
            return new Token(TokenKind.End, body.Length, body.Length);
        }

        var c = body[position];
        if (Characters.IsNameStart(c))
        {
            return ReadName(position);
        }

        var kind = Punctuator(c);
        if (kind != TokenKind.Start)
        {
            return new Token(kind, position, position + 1);
        }

        return c switch
        {
            '.' => ReadSpread(position),
            '"' => StringLexer.Read(body, position),
            '-' or (>= '0' and <= '9') => NumberLexer.Read(body, position),
            _ => throw Unexpected(position),
        };
    }

    private static TokenKind Punctuator(char c) => c switch
    {
        '!' => TokenKind.Bang,
        '$' => TokenKind.Dollar,
        '&' => TokenKind.Ampersand,
        '(' => TokenKind.ParenOpen,
        ')' => TokenKind.ParenClose,
        ':' => TokenKind.Colon,
        '=' => TokenKind.EqualsSign,
        '@' => TokenKind.At,
        '[' => TokenKind.BracketOpen,
        ']' => TokenKind.BracketClose,
        '{' => TokenKind.BraceOpen,
        '|' => TokenKind.Pipe,
        '}' => TokenKind.BraceClose,
        _ => TokenKind.Start,
    };

    private readonly int SkipIgnored(int position)
    {
        while (position < body.Length)
        {
            switch (body[position])
            {
                case ' ' or '\t' or ',' or '\n' or '\r' or ByteOrderMark:
                    position++;
                    break;
                case '#':
                    position = SkipComment(position);
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private readonly int SkipComment(int position)
    {
        while (position < body.Length && body[position] is not ('\n' or '\r'))
        {
            var length = Characters.WellFormed(body, position);
            if (length == 0)
            {
                break;
            }

            position += length;
        }

        return position;
    }

    private readonly Token ReadName(int start)
    {
        var end = start + 1;
        while (end < body.Length && Characters.IsNamePart(body[end]))
        {
            end++;
        }

        return new Token(TokenKind.Name, start, end);
    }

    private readonly Token ReadSpread(int start)
    {
        var rest = body.AsSpan(start + 1);
        if (rest.StartsWith(".."))
        {
            return new Token(TokenKind.Spread, start, start + 3);
        }

        if (rest.StartsWith("."))
        {
            throw new SyntaxException(start, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (!rest.IsEmpty && Characters.IsDigit(rest[0]))
        {
            var end = rest.IndexOfAnyExceptInRange('0', '9');
            throw new SyntaxException(start, $"Invalid number, expected digit before \".\", did you mean \"0.{(end < 0 ? rest : rest[..end])}\"?");
        }

        throw Unexpected(start);
    }

    private readonly SyntaxException Unexpected(int position)
    {
        if (body[position] == '\'')
        {
            return new SyntaxException(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }

        var what = Characters.WellFormed(body, position) > 0 ? "Unexpected" : "Invalid";
        return new SyntaxException(position, $"{what} character: {Characters.Describe(body, position)}.");
    }
}
