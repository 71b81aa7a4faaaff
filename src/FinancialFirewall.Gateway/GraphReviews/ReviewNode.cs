using FinancialFirewall.Gateway.Reviews;

namespace FinancialFirewall.Gateway.GraphReviews;

/// <summary>An open review as resolvers have it.</summary>
/// <param name="Answer">What REST says of it.</param>
/// <param name="AssessmentAsync">Gives its assessment, with what happened since.</param>
internal sealed record ReviewNode(ReviewAnswer Answer, Func<CancellationToken, Task<object>> AssessmentAsync);
