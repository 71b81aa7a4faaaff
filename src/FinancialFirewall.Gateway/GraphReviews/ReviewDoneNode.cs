using FinancialFirewall.Domain.Assessments;

namespace FinancialFirewall.Gateway.GraphReviews;

/// <summary>What was done to an assessment.</summary>
/// <param name="Kept">What is recorded.</param>
/// <param name="Assessment">The assessment as it stands now.</param>
internal sealed record ReviewDoneNode(FollowUp Kept, object Assessment);
