namespace FinancialFirewall.Gateway.GraphReviews;

/// <summary>A page of open reviews as resolvers have it.</summary>
/// <param name="Nodes">The reviews.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
/// <param name="Forgotten">How many wait outside the queue, because it was full.</param>
internal sealed record ReviewPageNode(IReadOnlyList<ReviewNode> Nodes, int TotalCount, long Forgotten);
