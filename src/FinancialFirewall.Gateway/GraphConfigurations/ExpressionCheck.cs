using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Gateway.GraphConfigurations;

/// <summary>Whether a text is a condition, as resolvers have it.</summary>
/// <param name="Problem">The first thing that is wrong; null where nothing is.</param>
internal sealed record ExpressionCheck(ExpressionError? Problem);
