using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Storage.Queries;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Answers how many assessments there were over time.</summary>
internal sealed class AssessmentCountsEndpoint(AssessmentTotals totals, TimeProvider time)
{
    private const int MaximumSeconds = 366 * 86_400;
    private const int DefaultSeconds = 3_600;

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public static Task HandleAsync(HttpContext context, AssessmentCountsEndpoint endpoint) => endpoint.AnswerAsync(context);

    private async Task AnswerAsync(HttpContext context)
    {
        var (tenant, aborted) = (context.GetCaller().Tenant, context.RequestAborted);
        var text = new QueryText(context.Request.Query);
        var query = Read(text);
        var withSums = text.Values("sums", YesOrNo) is [true, ..];
        var counts = text.Errors.Count == 0 ? await totals.CountAsync(tenant, query, aborted) : Result.Failure<SpanCounts>(text.Errors);
        if (!counts.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, counts.Errors);
            return;
        }

        var sums = withSums ? await totals.SumAsync(tenant, counts.Value, aborted) : null;
        await context.Response.WriteAsJsonAsync(
            new { countedFrom = counts.Value.Counted.CountedFrom.ToString(), pieces = counts.Value.Pieces.Select(Describe), sums = sums?.Select(Describe) }, aborted);
    }

    private CountQuery Read(QueryText text)
    {
        text.DemandKnown(["from", "until", "seconds", "sums"]);
        var until = text.Time("until") ?? Instant.From(time.GetUtcNow());
        var from = text.Time("from") ?? until.Plus(-TimeSpan.FromDays(1));
        return new CountQuery(from, until, TimeSpan.FromSeconds(text.Number("seconds", 1, MaximumSeconds) ?? DefaultSeconds));
    }

    private static object Describe(PieceCounts one) => new
    {
        start = one.Piece.Start.ToString(),
        payments = one.Piece.Assessments,
        byDecision = one.Piece.Decisions.ToDictionary(static count => AnswerNames.Of(count.Key), static count => count.Value, StringComparer.Ordinal),
        byLevel = one.Piece.Levels.ToDictionary(static count => AnswerNames.Of(count.Key), static count => count.Value, StringComparer.Ordinal),
        factors = one.Factors,
    };

    private static object Describe(DecisionSums one) => new
    {
        decision = AnswerNames.Of(one.Decision),
        summedFrom = one.SummedFrom.ToString(),
        amounts = one.Amounts.Select(static sum => new { start = sum.Start.ToString(), sum.Currency, sum.Amount, sum.Payments }),
    };
}
