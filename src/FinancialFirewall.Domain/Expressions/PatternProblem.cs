namespace FinancialFirewall.Domain.Expressions;

/// <summary>Why a text is not a pattern that can be used.</summary>
/// <param name="Offset">Where in the pattern, from 0; nothing where it is the pattern as a whole.</param>
/// <param name="Message">What is wrong, as the rest of a sentence that begins with "the pattern".</param>
public sealed record PatternProblem(int? Offset, string Message);
