using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Rules;

/// <summary>One thing that can raise a score.</summary>
/// <param name="Name">Its name in answers and in <c>weights</c>.</param>
/// <param name="Weight">What it adds where its condition holds.</param>
/// <param name="Condition">When it holds.</param>
public sealed record Factor(string Name, Score Weight, Expression Condition);
