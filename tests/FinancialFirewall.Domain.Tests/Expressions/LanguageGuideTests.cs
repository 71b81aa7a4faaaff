using FinancialFirewall.Domain.Expressions;
using ValueType = FinancialFirewall.Domain.Expressions.ValueType;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class LanguageGuideTests
{
    [Fact]
    public void Words_All_AreSaidOnceOfAKind()
        => Assert.Equal(LanguageGuide.Words.Count, LanguageGuide.Words.Select(static word => (word.Name, word.Kind)).Distinct().Count());

    [Fact]
    public void Words_All_AreThoseOfTheLanguage()
    {
        Assert.Equal(Vocabulary.Values.Order(StringComparer.Ordinal), NamesOf(LanguageWordKind.Member, LanguageWordKind.Variable).Order(StringComparer.Ordinal));
        Assert.Equal(Vocabulary.Functions, NamesOf(LanguageWordKind.Function));
        Assert.Equal(Vocabulary.Aggregates, NamesOf(LanguageWordKind.Aggregate));
        Assert.Equal(Vocabulary.Keywords, NamesOf(LanguageWordKind.Keyword));
        Assert.Equal(["account", "device", "customer", "merchant", "payee", "card"], NamesOf(LanguageWordKind.Key));
    }

    [Fact]
    public void Words_WithAType_HaveItInConditions()
    {
        var wrong = LanguageGuide.Words
            .Where(static word => word.Kind is LanguageWordKind.Member or LanguageWordKind.Variable or LanguageWordKind.Function or LanguageWordKind.Aggregate && word.Type is not null)
            .Where(static word => !Holds(word.Type switch
            {
                ValueType.Number => $"{word.Form} > 1",
                ValueType.Text => $"{word.Form} startsWith \"a\"",
                ValueType.Truth => word.Form,
                ValueType.Time => $"{word.Form} > \"2026-03-01\"",
                _ => $"{word.Form} > 7d",
            }));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Words_WithoutAType_ShowAnExampleThatIsRead()
    {
        var wrong = LanguageGuide.Words
            .Where(static word => word.Kind == LanguageWordKind.Key || word.Name is "by" or "where")
            .Where(static word => !Holds($"{word.Form} > 1"));

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> NamesOf(params LanguageWordKind[] kinds) => LanguageGuide.Words.Where(word => kinds.Contains(word.Kind)).Select(static word => word.Name);

    private static bool Holds(string condition) => ExpressionParser.TryParse(condition, listNames: null, out _, out _);
}
