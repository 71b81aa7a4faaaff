using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Puts function calls together: over one payment, <c>hour(initiatedAt, "UTC")</c>, and over histories, <c>sum(amount by card, 24h)</c>.</summary>
internal sealed class CallParser(TokenCursor cursor, ProblemSink problems, Func<Syntax?> parseNested)
{
    /// <summary>Reads a call whose name is the next token and whose parenthesis is the one behind.</summary>
    public Syntax? Parse()
    {
        var name = cursor.Next;
        foreach (var function in AggregateTypes.Functions)
        {
            if (string.Equals(AggregateTypes.NameOf(function), name.Text, StringComparison.Ordinal))
            {
                return ParseAggregate(function);
            }
        }

        if (Vocabulary.Functions.Contains(name.Text, StringComparer.Ordinal))
        {
            return ParseFunction();
        }

        cursor.Fail("the name of a function", NameSuggestion.Of(name.Text, [.. Vocabulary.Functions, .. Vocabulary.Aggregates]));
        return null;
    }

    private CallSyntax? ParseFunction()
    {
        var (name, _) = (cursor.Take(), cursor.Take());
        var arguments = new List<Syntax>();
        if (!cursor.Next.IsSymbol(")"))
        {
            do
            {
                if (parseNested() is not { } argument)
                {
                    return null;
                }

                arguments.Add(argument);
            }
            while (cursor.Accept(","));
        }

        var close = cursor.Next;
        return cursor.Demand(")", "',' or ')'") ? new(name, close.End, arguments) : null;
    }

    private AggregateSyntax? ParseAggregate(AggregateFunction function)
    {
        var (name, _) = (cursor.Take(), cursor.Take());
        var argument = cursor.Next;
        if (argument.Kind is not (TokenKind.Word or TokenKind.QuotedName))
        {
            cursor.Fail(function == AggregateFunction.Count ? "'payments'" : "the name of a member");
            return null;
        }

        cursor.Take();
        if (!TryParseKey(out var key) || !TryParseWindow(out var window) || !TryParseFilter(out var filter))
        {
            return null;
        }

        var close = cursor.Next;
        return cursor.Demand(")", filter is null ? "'where' and a condition, or ')'" : "')' or an operator")
            ? new(name, close.End, function, argument, key, window, filter)
            : null;
    }

    private bool TryParseKey(out AggregateKey key)
    {
        key = AggregateKey.Account;
        if (!cursor.AcceptWord(Vocabulary.By))
        {
            return true;
        }

        foreach (var candidate in AggregateTypes.Keys)
        {
            if (cursor.AcceptWord(AggregateTypes.NameOf(candidate)))
            {
                key = candidate;
                return true;
            }
        }

        var names = AggregateTypes.Keys.Select(AggregateTypes.NameOf).ToArray();
        return cursor.Fail(string.Join(", ", names[..^1]) + " or " + names[^1], NameSuggestion.Of(cursor.Next.Text, names));
    }

    private bool TryParseWindow(out Token window)
    {
        window = default;
        if (!cursor.Demand(",", "',' and a window from 1s to 90d"))
        {
            return false;
        }

        window = cursor.Next;
        if (window.Kind != TokenKind.Duration || window.Number is < 1 or > WindowDefinition.MaximumSeconds)
        {
            return cursor.Fail("a window from 1s to 90d");
        }

        cursor.Take();
        return true;
    }

    private bool TryParseFilter(out Syntax? filter)
    {
        filter = null;
        if (cursor.AcceptWord(Vocabulary.Where))
        {
            filter = parseNested();
        }

        return problems.First is null;
    }
}
