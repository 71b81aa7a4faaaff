namespace FinancialFirewall.Grains.Reviews;

/// <summary>A page of open reviews.</summary>
/// <param name="Items">The reviews, in the order that was asked for.</param>
/// <param name="Matches">How many there are on all pages.</param>
/// <param name="Forgotten">How many wait outside the queue, because it was full; they are found as assessments.</param>
public sealed record ReviewPage(IReadOnlyList<ReviewItem> Items, int Matches, long Forgotten);
