using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>Every word of the language with its type and meaning, made from the very tables by which conditions are read.</summary>
public static class LanguageGuide
{
    /// <summary>All words: members, variables, functions, aggregates, keys, keywords.</summary>
    public static IReadOnlyList<LanguageWord> Words { get; } =
    [
        .. MemberTypes.Members.Select(static member =>
            new LanguageWord(MemberTypes.NameOf(member), LanguageWordKind.Member, MemberTypes.Of(member), MemberTypes.NameOf(member), MemberMeanings.Of(member))),
        new(MemberTypes.OriginalAmount, LanguageWordKind.Member, ValueType.Number, MemberTypes.OriginalAmount, "The amount as it was sent, in the payment's own currency."),
        .. Enum.GetValues<PaymentVariable>().Select(Of),
        .. Vocabulary.Functions.Select(FunctionOf),
        .. AggregateTypes.Functions.Select(Of),
        .. AggregateTypes.Keys.Select(Of),
        .. Vocabulary.Keywords.Select(KeywordOf),
    ];

    private static LanguageWord Of(PaymentVariable variable)
    {
        var name = VariableExpression.NameOf(variable);
        return new(name, LanguageWordKind.Variable, new VariableExpression(variable).Type, name, variable switch
        {
            PaymentVariable.RiskScore => "The score of the factors before this one, 0 to 1; in decision criteria the final score.",
            PaymentVariable.AccountAge => "How long ago the debtor account was opened, or, where that is not known, first seen.",
            PaymentVariable.TenantAge => "How long ago the tenant was created.",
            PaymentVariable.DeviceIsNew => "Whether this account never used the payment's device before, and has used another one.",
            PaymentVariable.AssessedAt => "When the payment is assessed.",
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "There is no such variable."),
        });
    }

    private static LanguageWord FunctionOf(string name) => name switch
    {
        Vocabulary.Exists => new(name, LanguageWordKind.Function, ValueType.Truth, "exists(deviceId)", "Whether there is a value: of a member, a variable or an aggregate."),
        Vocabulary.Hour => new(name, LanguageWordKind.Function, ValueType.Number, "hour(initiatedAt, \"Europe/Berlin\")", "The hour of a time, 0 to 23, by the clock of a time zone."),
        Vocabulary.Weekday => new(name, LanguageWordKind.Function, ValueType.Text, "weekday(initiatedAt, \"UTC\")", "The weekday of a time, \"MON\" to \"SUN\", by the calendar of a time zone."),
        Vocabulary.ContainsIgnoreCase => new(name, LanguageWordKind.Function, ValueType.Truth, "containsIgnoreCase(userAgent, \"curl\")", "Whether a text contains another one, in upper or lower case."),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such function."),
    };

    private static LanguageWord Of(AggregateFunction function)
    {
        var name = AggregateTypes.NameOf(function);
        return function switch
        {
            AggregateFunction.Count => Word(ValueType.Number, "count(payments, 24h)", "How many payments there were, rejected ones and this one included."),
            AggregateFunction.Sum => Word(ValueType.Number, "sum(amount, 24h)", "The sum of a number over the payments that were not rejected, this one included."),
            AggregateFunction.Average => Word(ValueType.Number, "average(amount, 7d)", "The mean of a number over the payments that were not rejected, this one included."),
            AggregateFunction.Min => Word(ValueType.Number, "min(amount, 7d)", "The least number among the payments that were not rejected, this one included."),
            AggregateFunction.Max => Word(ValueType.Number, "max(amount, 7d)", "The greatest number among the payments that were not rejected, this one included."),
            AggregateFunction.Distinct => Word(ValueType.Number, "distinct(deviceId, 7d)", $"How many different values a member had; stops counting at {AggregateValue.MaximumDistinct}."),
            AggregateFunction.Last => Word(null, "last(country, 30d)", "The value that a member had in the payment before this one."),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "There is no such aggregate."),
        };

        LanguageWord Word(ValueType? type, string form, string meaning) => new(name, LanguageWordKind.Aggregate, type, form, meaning);
    }

    private static LanguageWord Of(AggregateKey key)
    {
        var name = AggregateTypes.NameOf(key);
        var meaning = $"The history of all payments with the same {MemberTypes.NameOf(AggregateTypes.MemberOf(key))}{(key == AggregateKey.Account ? ", which is the rule" : "")}.";
        return new(name, LanguageWordKind.Key, Type: null, $"count(payments by {name}, 1h)", meaning);
    }

    private static LanguageWord KeywordOf(string word)
    {
        var (form, meaning) = word switch
        {
            Vocabulary.And => ("a and b", "Both hold."),
            Vocabulary.Or => ("a or b", "One of them holds."),
            Vocabulary.Not => ("not a", "It does not hold."),
            Vocabulary.In => ("country in @highRisk", "A list holds the value."),
            Vocabulary.Between => ("amount between 10 and 20", "At least the one, and at most the other."),
            Vocabulary.Matches => ("description matches \"GIFT.*\"", "The whole text matches a regular expression; case matters."),
            Vocabulary.StartsWith => ("creditorName startsWith \"ACME\"", "The text begins so; case matters."),
            Vocabulary.Contains => ("description contains \"gift\"", "The text contains it; case matters."),
            Vocabulary.True => ("true", "Holds for every payment."),
            Vocabulary.False => ("false", "Holds for no payment."),
            Vocabulary.By => ("count(payments by device, 1h)", "Whose history: of the device, the customer, the merchant, the payee or the card."),
            Vocabulary.Where => ("count(payments, 1h where amount > 500)", "Which payments of the history take part."),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "There is no such word."),
        };
        return new(word, LanguageWordKind.Keyword, word is Vocabulary.True or Vocabulary.False ? ValueType.Truth : null, form, meaning);
    }
}
