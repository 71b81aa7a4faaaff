namespace FinancialFirewall.Domain.Expressions;

/// <summary>The words of the language.</summary>
internal static class Vocabulary
{
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string In = "in";
    public const string Between = "between";
    public const string Matches = "matches";
    public const string StartsWith = "startsWith";
    public const string Contains = "contains";
    public const string True = "true";
    public const string False = "false";
    public const string By = "by";
    public const string Where = "where";
    public const string Exists = "exists";
    public const string Hour = "hour";
    public const string Weekday = "weekday";
    public const string ContainsIgnoreCase = "containsIgnoreCase";

    /// <summary>The words that are never names of members.</summary>
    public static readonly IReadOnlyList<string> Keywords = [And, Or, Not, In, Between, Matches, StartsWith, Contains, True, False, By, Where];

    /// <summary>The functions over one payment.</summary>
    public static readonly IReadOnlyList<string> Functions = [Exists, Hour, Weekday, ContainsIgnoreCase];

    /// <summary>The functions over histories.</summary>
    public static readonly IReadOnlyList<string> Aggregates = [.. AggregateTypes.Functions.Select(AggregateTypes.NameOf)];

    /// <summary>What conditions can name of a payment.</summary>
    public static readonly IReadOnlyList<string> Values =
        [.. MemberTypes.Members.Select(MemberTypes.NameOf), MemberTypes.OriginalAmount, .. Enum.GetValues<PaymentVariable>().Select(VariableExpression.NameOf)];

    public static bool IsKeyword(string word) => Keywords.Contains(word, StringComparer.OrdinalIgnoreCase);
}
