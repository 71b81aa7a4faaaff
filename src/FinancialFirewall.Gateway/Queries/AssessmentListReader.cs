using System.Collections.Frozen;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Reads which assessments a request wants: filters, order, page.</summary>
internal static class AssessmentListReader
{
    private const string Decisions = "decision";
    private const string Levels = "riskLevel";

    private static readonly string[] Known =
    [
        "fromAccountNumber", "from", "until", Levels, Decisions, "status", "configurationId", "riskFactor", "size", "page", "cursor", "sortBy", "sortDir", "answer",
    ];

    private static readonly FrozenDictionary<string, bool> SortNames = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["assessedAt"] = false, ["createdAt"] = false, ["riskScore"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, bool> DirectionNames = new Dictionary<string, bool>(StringComparer.Ordinal) { ["desc"] = true, ["asc"] = false }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The request; or everything that is wrong with it.</summary>
    public static Result<AssessmentListRequest> Read(HttpRequest request, AssessmentView view, CardTokenizer cards)
    {
        var text = new QueryText(request.Query);
        text.DemandKnown([.. Known.Where(name => !IsFixed(view, name))]);
        var statuses = text.Values("status", AssessmentFilterNames.Statuses);
        var page = text.Number("page", 0, AssessmentQuery.MaximumCounted) ?? 0;
        var size = text.Number("size", 1, AssessmentQuery.MaximumSize) ?? 50;
        var query = new AssessmentQuery
        {
            AccountHash = ReadAccount(text, cards),
            From = text.Time("from"),
            Until = text.Time("until"),
            Levels = view.Levels.Count > 0 ? view.Levels : text.Values(Levels, AssessmentFilterNames.Levels),
            Decisions = view.Decisions.Count > 0 ? view.Decisions : text.Values(Decisions, AssessmentFilterNames.Decisions),
            Statuses = [.. statuses.Where(static status => status != AssessmentStatus.None)],
            Size = size,
            Skip = (int)Math.Min((long)page * size, int.MaxValue),
            Cursor = text.Text("cursor"),
            Order = ReadOrder(text),
            CountsMatches = text.Text("cursor") is null,
        };
        var detail = AnswerDetailQuery.Read(request, AnswerDetail.Full);
        text.Add(detail.Errors);
        var read = new AssessmentListRequest(query, page, detail.IsSuccess ? detail.Value : AnswerDetail.Full)
        {
            Configuration = text.Id("configurationId"),
            Factor = text.Text("riskFactor"),
            IsOpenAlone = view.IsOpenAlone,
            IsImpossible = statuses.Count > 0 && query.Statuses.Count == 0,
        };
        return text.Errors.Count == 0 ? read : Result.Failure<AssessmentListRequest>(text.Errors);
    }

    private static bool IsFixed(AssessmentView view, string name)
        => (view.Levels.Count > 0 && name == Levels) || (view.Decisions.Count > 0 && name == Decisions);

    private static AssessmentOrder ReadOrder(QueryText text)
    {
        var byScore = text.Values("sortBy", SortNames);
        var descending = text.Values("sortDir", DirectionNames);
        return (byScore is [true, ..], descending is not [false, ..]) switch
        {
            (false, true) => AssessmentOrder.NewestFirst,
            (false, false) => AssessmentOrder.OldestFirst,
            (true, true) => AssessmentOrder.HighestScoreFirst,
            (true, false) => AssessmentOrder.LowestScoreFirst,
        };
    }

    private static ulong? ReadAccount(QueryText text, CardTokenizer cards)
    {
        if (text.Text("fromAccountNumber") is not { } account)
        {
            return null;
        }

        var read = AccountFilter.Read(account, cards);
        text.Add(read.Errors);
        return read.IsSuccess ? read.Value : null;
    }
}
