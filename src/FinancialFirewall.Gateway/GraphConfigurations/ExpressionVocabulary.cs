using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Gateway.GraphConfigurations;

/// <summary>What conditions can say, as resolvers have it.</summary>
/// <param name="Lists">The lists that they can name.</param>
internal sealed record ExpressionVocabulary(IReadOnlyList<ListDefinition> Lists);
