using FinancialFirewall.Gateway.Graph;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>A page of assessments as resolvers have it.</summary>
/// <param name="Edges">The assessments.</param>
/// <param name="Info">Where it stands.</param>
/// <param name="CountAsync">Counts how many match on all pages, or says why not.</param>
internal sealed record AssessmentPageNode(IReadOnlyList<Edge<AssessmentNode>> Edges, PageInfo Info, Func<CancellationToken, Task<object>> CountAsync);
