using System.Globalization;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.GraphStatistics;

/// <summary>Assessments over time, counted.</summary>
internal sealed class CountFields(AssessmentTotals totals, TimeProvider time) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.assessmentCounts", CountAsync);
        var map = roots.Types;
        map.Type<CountsNode>("AssessmentCounts", static type => type
            .Field("pieces", static node => node.Counts.Pieces)
            .Field("countedFrom", static node => node.Counts.Counted.CountedFrom)
            .Field("cursor", static node => node.Counts.Counted.Position.ToCursor(node.Tenant))
            .FieldAsync("sums", static async (node, context) => await node.Totals.SumAsync(node.Tenant, node.Counts, context.Cancellation)));
        map.Type<PieceCounts>("AssessmentCount", static type => type
            .Field("start", static one => one.Piece.Start)
            .Field("payments", static one => one.Piece.Assessments)
            .Field("decisions", static one => one.Piece.Decisions.ToList())
            .Field("levels", static one => one.Piece.Levels.ToList())
            .Field("factors", static one => one.Factors));
        map.Type<KeyValuePair<RiskLevel, long>>("LevelCount", static type => type.Field("level", static one => one.Key).Field("count", static one => one.Value));
        map.Type<FactorCount>("FactorCount", static type => type.Field("name", static one => one.Name).Field("count", static one => one.Count));
        map.Type<DecisionSums>("DecisionSums", static type => type
            .Field("decision", static one => one.Decision)
            .Field("summedFrom", static one => one.SummedFrom)
            .Field("amounts", static one => one.Amounts));
        map.Type<AmountSum>("AmountSum", static type => type
            .Field("start", static one => one.Start)
            .Field("currency", static one => one.Currency)
            .Field("amount", static one => one.Amount)
            .Field("payments", static one => one.Payments));
    }

    private async Task<object?> CountAsync(GraphCall call)
    {
        var seconds = call.Get<int>("seconds");
        if (seconds < 1)
        {
            return GraphRefusals.Of(RequestErrors.MemberInvalid("seconds", seconds.ToString(CultureInfo.InvariantCulture), "as a whole number from 1 on"));
        }

        var query = new CountQuery(call.Get<Instant>("from"), call.Get<Instant?>("until") ?? Instant.From(time.GetUtcNow()), TimeSpan.FromSeconds(seconds));
        return GraphRefusals.Or(await totals.CountAsync(call.Tenant, query, call.Cancellation), counts => new CountsNode(call.Tenant, totals, counts));
    }

    /// <summary>What was counted of a tenant, with what adds up its amounts when somebody asks for them.</summary>
    private sealed record CountsNode(TenantId Tenant, AssessmentTotals Totals, SpanCounts Counts);
}
