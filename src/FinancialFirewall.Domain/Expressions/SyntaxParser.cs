namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Puts tokens together. Loosest first: <c>or</c>, <c>and</c>, <c>not</c>, comparisons (which do not chain), <c>+ -</c>, <c>* / %</c>, the sign,
/// and what stands alone. Every method gives nothing once a problem is reported.
/// </summary>
internal sealed class SyntaxParser
{
    // A level of a tree costs at most two levels of nesting in the text: its own word and a parenthesis.
    private const int MaximumNesting = 2 * Expression.MaximumDepth;

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];
    private static readonly string[] TextOperators = [Vocabulary.Matches, Vocabulary.StartsWith, Vocabulary.Contains];
    private static readonly string[] InfixWords = [Vocabulary.And, Vocabulary.Or, Vocabulary.In, Vocabulary.Between, .. TextOperators];

    private readonly TokenCursor cursor;
    private readonly ProblemSink problems;
    private readonly CallParser calls;
    private int nesting;

    public SyntaxParser(IReadOnlyList<Token> tokens, ProblemSink problems)
    {
        cursor = new(tokens, problems);
        this.problems = problems;
        calls = new(cursor, problems, ParseNested);
    }

    /// <summary>The whole text.</summary>
    public Syntax? Parse()
    {
        var syntax = ParseDisjunction();
        if (syntax is null || cursor.Next.Kind == TokenKind.End)
        {
            return syntax;
        }

        ReportWhatFollows(syntax);
        return null;
    }

    private void ReportWhatFollows(Syntax syntax)
    {
        var next = cursor.Next;
        if (next.IsWord(Vocabulary.Not) && cursor.Second.IsWord(Vocabulary.In))
        {
            cursor.Fail("an operator", $"'not {problems.Source.Text[syntax.Start..syntax.End]} in …'");
        }
        else if (IsComparison(next))
        {
            cursor.Fail("'and', 'or' or the end: comparisons do not chain", "'a < b and b < c'");
        }
        else
        {
            cursor.Fail("an operator or the end", next.Kind == TokenKind.Word ? NameSuggestion.Of(next.Text, InfixWords) : null);
        }
    }

    private Syntax? ParseDisjunction() => ParseJunction(Vocabulary.Or, ParseConjunction);

    private Syntax? ParseConjunction() => ParseJunction(Vocabulary.And, ParseNegation);

    private Syntax? ParseJunction(string word, Func<Syntax?> parseItem)
    {
        var first = parseItem();
        if (first is null || !cursor.Next.IsWord(word))
        {
            return first;
        }

        var items = new List<Syntax> { first };
        while (cursor.AcceptWord(word))
        {
            if (parseItem() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return Fits(new JunctionSyntax(string.Equals(word, Vocabulary.And, StringComparison.Ordinal), items));
    }

    private Syntax? ParseNegation()
    {
        if (!cursor.Next.IsWord(Vocabulary.Not))
        {
            return ParseComparison();
        }

        var word = cursor.Take();
        return ParseDeeper(word, ParseNegation) is { } operand ? Fits(new PrefixSyntax(word, operand)) : null;
    }

    private Syntax? ParseComparison()
    {
        if (ParseSum() is not { } left)
        {
            return null;
        }

        if (cursor.Next.IsWord(Vocabulary.Between))
        {
            return ParseBetween(left);
        }

        if (!IsComparison(cursor.Next))
        {
            return left;
        }

        var symbol = cursor.Take();
        return ParseSum() is { } right ? Fits(new InfixSyntax(left, symbol, right)) : null;
    }

    private Syntax? ParseBetween(Syntax operand)
    {
        var word = cursor.Take();
        if (ParseSum() is not { } low)
        {
            return null;
        }

        if (!cursor.AcceptWord(Vocabulary.And))
        {
            cursor.Fail("'and' and the upper bound");
            return null;
        }

        return ParseSum() is { } high ? Fits(new BetweenSyntax(operand, word, low, high)) : null;
    }

    private Syntax? ParseSum() => ParseChain(ParseProduct, "+", "-");

    private Syntax? ParseProduct() => ParseChain(ParseSign, "*", "/", "%");

    private Syntax? ParseChain(Func<Syntax?> parseItem, params ReadOnlySpan<string> symbols)
    {
        var left = parseItem();
        while (left is not null && cursor.Next.Kind == TokenKind.Symbol && symbols.Contains(cursor.Next.Text))
        {
            var symbol = cursor.Take();
            left = parseItem() is { } right ? Fits(new InfixSyntax(left, symbol, right)) : null;
        }

        return left;
    }

    private Syntax? ParseSign()
    {
        if (!cursor.Next.IsSymbol("-"))
        {
            return ParsePrimary();
        }

        var symbol = cursor.Take();
        return ParseDeeper(symbol, ParseSign) is { } operand ? Fits(new PrefixSyntax(symbol, operand)) : null;
    }

    private Syntax? ParsePrimary()
    {
        var token = cursor.Next;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralSyntax(cursor.Take(), new NumberLiteral(token.Number));
            case TokenKind.Duration:
                return new LiteralSyntax(cursor.Take(), new DurationLiteral((long)token.Number));
            case TokenKind.Text:
                return new LiteralSyntax(cursor.Take(), new TextLiteral(token.Text));
            case TokenKind.QuotedName:
                return new NameSyntax(cursor.Take());
            case TokenKind.ListName:
                return new NamedListSyntax(cursor.Take());
            case TokenKind.Word when token.IsWord(Vocabulary.True) || token.IsWord(Vocabulary.False):
                return new LiteralSyntax(cursor.Take(), new TruthLiteral(token.IsWord(Vocabulary.True)));
            case TokenKind.Word when !Vocabulary.IsKeyword(token.Text):
                return cursor.Second.IsSymbol("(") ? Fits(calls.Parse()) : new NameSyntax(cursor.Take());
            case TokenKind.Symbol when token.Text is "(" or "[":
                return string.Equals(token.Text, "(", StringComparison.Ordinal) ? ParseParentheses() : ParseList();
            default:
                cursor.Fail("a member, a function or a literal");
                return null;
        }
    }

    private Syntax? ParseParentheses()
    {
        var open = cursor.Take();
        return ParseDeeper(open, ParseDisjunction) is { } inner && cursor.Demand(")", "')' or an operator") ? inner : null;
    }

    private ListSyntax? ParseList()
    {
        var open = cursor.Take();
        var items = new List<Syntax>();
        do
        {
            if (cursor.Next.IsSymbol("[") || cursor.Next.IsSymbol("]"))
            {
                cursor.Fail("a number, a text or a duration: lists hold no lists and are never empty");
                return null;
            }

            if (ParseSign() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (cursor.Accept(","));

        var close = cursor.Next;
        return cursor.Demand("]", "',' or ']'") ? new(open.Start, close.End, items) : null;
    }

    private Syntax? ParseNested() => ParseDeeper(cursor.Next, ParseDisjunction);

    private Syntax? ParseDeeper(Token at, Func<Syntax?> parse)
    {
        if (nesting == MaximumNesting)
        {
            ReportDepth(at.Start, at.Length);
            return null;
        }

        nesting++;
        var syntax = parse();
        nesting--;
        return syntax;
    }

    private Syntax? Fits(Syntax? syntax)
    {
        if (syntax is null || syntax.Depth <= Expression.MaximumDepth)
        {
            return syntax;
        }

        ReportDepth(syntax.Start, syntax.Length);
        return null;
    }

    private void ReportDepth(int start, int length)
        => problems.Report(start, length, "a deeper level", $"at most {Expression.MaximumDepth} levels of nesting");

    private static bool IsComparison(Token token)
        => (token.Kind == TokenKind.Symbol && Comparisons.Contains(token.Text, StringComparer.Ordinal))
            || token.IsWord(Vocabulary.In)
            || (token.Kind == TokenKind.Word && TextOperators.Contains(token.Text, StringComparer.OrdinalIgnoreCase));
}
