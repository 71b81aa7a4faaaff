namespace FinancialFirewall.Domain.Expressions;

/// <summary>Finds what names stand for.</summary>
internal static class NameChecker
{
    private const string Metadata = "metadata";

    /// <summary>The member or variable of a name.</summary>
    public static Expression? Check(ProblemSink problems, Token token)
    {
        if (Find(token.Text) is { } found)
        {
            return found;
        }

        if (string.Equals(token.Text, Metadata, StringComparison.Ordinal) || token.Text.StartsWith(Metadata + ".", StringComparison.Ordinal))
        {
            problems.ReportPart(token.Start, token.Length, "another member: metadata is kept as it came, and conditions cannot look into it");
        }
        else if (token.Kind == TokenKind.Word && IsFunction(token.Text))
        {
            problems.ReportPart(token.Start, token.Length, $"'(' and what '{token.Text}' is asked of behind it");
        }
        else
        {
            problems.ReportPart(token.Start, token.Length, "a member, a function or a literal", NameSuggestion.Of(token.Text, Vocabulary.Values));
        }

        return null;
    }

    private static bool IsFunction(string name)
        => Vocabulary.Functions.Contains(name, StringComparer.Ordinal) || Vocabulary.Aggregates.Contains(name, StringComparer.Ordinal);

    private static Expression? Find(string name)
    {
        if (MemberTypes.TryFind(name, out var member))
        {
            return new MemberExpression(member);
        }

        if (string.Equals(name, MemberTypes.OriginalAmount, StringComparison.Ordinal))
        {
            return Build.OriginalAmount;
        }

        foreach (var variable in Enum.GetValues<PaymentVariable>())
        {
            if (string.Equals(name, VariableExpression.NameOf(variable), StringComparison.Ordinal))
            {
                return new VariableExpression(variable);
            }
        }

        return null;
    }
}
