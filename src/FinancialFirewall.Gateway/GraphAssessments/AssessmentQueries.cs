using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Storage.Queries;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>Finding and listing assessments, and looking at a payment without keeping it.</summary>
internal sealed class AssessmentQueries(IAssessmentFinder finder, AssessmentLister lister, PaymentAssessor assessor, AssessmentNodes nodes) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.assessment", FindAsync);
        roots.Field("Query.assessmentByReference", FindByReferenceAsync);
        roots.Field("Query.assessments", ListAsync);
        roots.Field("Query.fraudCheck", CheckAsync);
        roots.Types.Type<AssessmentAnswer>("FraudCheck", static type => type
            .Field("isFlagged", static answer => DecisionOf(answer) != Domain.Scoring.Decision.Approve)
            .Field("decision", static answer => DecisionOf(answer))
            .Field("riskScore", static answer => new AssessmentRecord(answer.Record.Span).Score.ToDecimal())
            .Field("riskLevel", static answer => new AssessmentRecord(answer.Record.Span).Level));
        AssessmentTypes.Bind(roots.Types);
    }

    private static Domain.Scoring.Decision DecisionOf(AssessmentAnswer answer) => new AssessmentRecord(answer.Record.Span).Outcome.Decision;

    private async Task<object?> FindAsync(GraphCall call)
    {
        var found = AssessmentId.TryParse(call.Get<Guid>("id").ToString("D"), out var id) ? await finder.FindAsync(call.Tenant, id, call.Cancellation) : null;
        return found is { } answer ? await nodes.OfAsync(call.Tenant, answer) : null;
    }

    private async Task<object?> FindByReferenceAsync(GraphCall call)
    {
        var reference = call.Get<string>("transactionReference");
        var found = FindAssessmentEndpoint.IsReference(reference) ? await finder.FindByReferenceAsync(call.Tenant, reference, call.Cancellation) : null;
        return found is { } answer ? await nodes.OfAsync(call.Tenant, answer) : null;
    }

    private async Task<object?> CheckAsync(GraphCall call)
    {
        var answer = await assessor.PreviewAsync(call.Caller, InputBody.Write(call.Get<InputObject>("payment")), call.Cancellation);
        return answer.Refusal is { } refusal ? GraphRefusals.Of(refusal) : answer;
    }

    private async Task<object?> ListAsync(GraphCall call)
    {
        var request = AssessmentPageRequest.Read(call);
        var page = request.IsSuccess
            ? await lister.FindAsync(call.Tenant, request.Value, call.Cancellation)
            : Result.Failure<AssessmentPage>(request.Errors);
        if (!page.IsSuccess)
        {
            return GraphRefusals.Of(page.Errors);
        }

        var query = request.Value.Query;
        var edges = new List<Edge<AssessmentNode>>();
        foreach (var found in page.Value.Assessments)
        {
            if (await lister.FollowAsync(call.Tenant, request.Value, found, call.Cancellation) is not { } answer)
            {
                continue;
            }

            var cursor = query.Order == AssessmentOrder.NewestFirst
                ? page.Value.CursorOf(found)
                : OffsetCursor.Write(AssessmentPageRequest.SortedList, query.Skip + edges.Count + 1);
            edges.Add(new(cursor, (AssessmentNode)await nodes.OfAsync(call.Tenant, answer)));
        }

        var next = query.Order == AssessmentOrder.NewestFirst ? page.Value.Next
            : query.Skip + edges.Count < (page.Value.Matches?.Number ?? 0) && edges.Count > 0 ? edges[^1].Cursor : null;
        return new AssessmentPageNode(edges, PageInfo.Of(edges, call.Get<string>("after"), next), cancellation => CountAsync(call, request.Value, cancellation));
    }

    /// <summary>Counts only when that is asked for: it looks at up to 10,000 matches.</summary>
    private async Task<object> CountAsync(GraphCall call, AssessmentListRequest request, CancellationToken cancellation)
    {
        var query = request.Query with { Size = 1, Skip = 0, Cursor = null, Order = AssessmentOrder.NewestFirst, CountsMatches = true };
        var page = await lister.FindAsync(call.Tenant, request with { Query = query }, cancellation);
        return page.IsSuccess ? page.Value.Matches!.Value : GraphRefusals.Of(page.Errors);
    }
}
