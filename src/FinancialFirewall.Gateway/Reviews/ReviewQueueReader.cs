using System.Collections.Frozen;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Reads which open reviews a request wants.</summary>
internal static class ReviewQueueReader
{
    private const int MaximumPage = 10_000;

    private static readonly string[] Known = ["queue", "decision", "claimedBy", "overdue", "sortBy", "sortDir", "size", "page"];

    private static readonly FrozenDictionary<string, RiskLevel[]> Queues = new Dictionary<string, RiskLevel[]>(StringComparer.Ordinal)
    {
        ["pending"] = [], ["high"] = [RiskLevel.High, RiskLevel.Critical], ["critical"] = [RiskLevel.Critical],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Decision> Decisions
        = new[] { Decision.ManualReview, Decision.Hold, Decision.Escalate }.ToFrozenDictionary(AnswerNames.Of, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, bool> Truths = new Dictionary<string, bool>(StringComparer.Ordinal) { ["true"] = true, ["false"] = false }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, bool> Directions = new Dictionary<string, bool>(StringComparer.Ordinal) { ["asc"] = true, ["desc"] = false }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ReviewOrder> Orders = new Dictionary<string, ReviewOrder>(StringComparer.Ordinal)
    {
        ["dueAt"] = ReviewOrder.Due, ["assessedAt"] = ReviewOrder.Age, ["amount"] = ReviewOrder.Amount, ["riskScore"] = ReviewOrder.Score,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The request; or everything that is wrong with it.</summary>
    public static Result<ReviewQuery> Read(HttpRequest request)
    {
        var text = new QueryText(request.Query);
        text.DemandKnown(Known);
        var size = text.Number("size", 1, ReviewQuery.MaximumSize) ?? 50;
        var order = text.Values("sortBy", Orders) is [var first, ..] ? first : ReviewOrder.Due;

        // What is asked for first is the soonest and the oldest, but the largest and the highest.
        var isAscending = text.Values("sortDir", Directions) is [var stated, ..] ? stated : order is ReviewOrder.Due or ReviewOrder.Age;
        var query = new ReviewQuery
        {
            Levels = text.Values("queue", Queues) is [var levels, ..] ? levels : [],
            Decisions = text.Values("decision", Decisions),
            ClaimedBy = ReviewActors.Read(text.Text("claimedBy")),
            IsOverdue = text.Values("overdue", Truths) is [var overdue, ..] ? overdue : null,
            Order = order,
            IsReversed = order is ReviewOrder.Due or ReviewOrder.Age ? !isAscending : isAscending,
            Size = size,
            Skip = (int)Math.Min((long)(text.Number("page", 0, MaximumPage) ?? 0) * size, int.MaxValue),
        };
        return text.Errors.Count == 0 ? query : Result.Failure<ReviewQuery>(text.Errors);
    }
}
