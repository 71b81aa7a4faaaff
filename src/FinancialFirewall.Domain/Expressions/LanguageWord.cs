namespace FinancialFirewall.Domain.Expressions;

/// <summary>A word of the language, for people who write conditions.</summary>
/// <param name="Name">The word.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The type of its value; null where it has none, or that of what stands in its parentheses.</param>
/// <param name="Form">How it is written, as an example.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
public sealed record LanguageWord(string Name, LanguageWordKind Kind, ValueType? Type, string Form, string Meaning);
