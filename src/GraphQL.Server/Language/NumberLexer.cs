namespace GraphQL.Server.Language;

/// <summary>Reads numbers.</summary>
internal static class NumberLexer
{
    /// <summary>The number at an offset.</summary>
    /// <exception cref="SyntaxException">It is none, or a name follows without a space.</exception>
    public static Token Read(string body, int start)
    {
        var position = body[start] == '-' ? start + 1 : start;
        position = ReadWhole(body, position);
        var isFloat = false;
        if (At(body, position) == '.')
        {
            isFloat = true;
            position = ReadDigits(body, position + 1);
        }

        if (At(body, position) is 'e' or 'E')
        {
            isFloat = true;
            position++;
            position = ReadDigits(body, At(body, position) is '+' or '-' ? position + 1 : position);
        }

        if (At(body, position) == '.' || Characters.IsNameStart(At(body, position)))
        {
            throw Expected(body, position);
        }

        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, start, position);
    }

    private static int ReadWhole(string body, int position)
    {
        if (At(body, position) != '0')
        {
            return ReadDigits(body, position);
        }

        return Characters.IsDigit(At(body, position + 1))
            ? throw new SyntaxException(position + 1, $"Invalid number, unexpected digit after 0: {Characters.Describe(body, position + 1)}.")
            : position + 1;
    }

    private static int ReadDigits(string body, int position)
    {
        if (!Characters.IsDigit(At(body, position)))
        {
            throw Expected(body, position);
        }

        while (Characters.IsDigit(At(body, position)))
        {
            position++;
        }

        return position;
    }

    private static char At(string body, int position) => position < body.Length ? body[position] : '\0';

    private static SyntaxException Expected(string body, int position)
        => new(position, $"Invalid number, expected digit but got: {Characters.Describe(body, position)}.");
}
