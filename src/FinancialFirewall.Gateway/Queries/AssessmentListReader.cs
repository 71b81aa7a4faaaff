using System.Collections.Frozen;
using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Batches;
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

    private static readonly FrozenDictionary<string, RiskLevel> LevelNames = Enum.GetValues<RiskLevel>().ToFrozenDictionary(AnswerNames.Of, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, Decision> DecisionNames = Enum.GetValues<Decision>().ToFrozenDictionary(AnswerNames.Of, StringComparer.Ordinal);

    // Statuses that no record has yet are known all the same: who asks for them gets nothing, and no error.
    private static readonly FrozenDictionary<string, AssessmentStatus> StatusNames = new Dictionary<string, AssessmentStatus>(StringComparer.Ordinal)
    {
        ["COMPLETED"] = AssessmentStatus.Completed,
        ["IN_PROGRESS"] = AssessmentStatus.Reserved,
        ["CANCELLED"] = AssessmentStatus.Released,
        ["PENDING"] = AssessmentStatus.None,
        ["FAILED"] = AssessmentStatus.None,
        ["ERROR"] = AssessmentStatus.None,
        ["TIMEOUT"] = AssessmentStatus.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
        var statuses = text.Values("status", StatusNames);
        var page = text.Number("page", 0, AssessmentQuery.MaximumCounted) ?? 0;
        var size = text.Number("size", 1, AssessmentQuery.MaximumSize) ?? 50;
        var query = new AssessmentQuery
        {
            AccountHash = ReadAccount(text, cards),
            From = text.Time("from"),
            Until = text.Time("until"),
            Levels = view.Levels.Count > 0 ? view.Levels : text.Values(Levels, LevelNames),
            Decisions = view.Decisions.Count > 0 ? view.Decisions : text.Values(Decisions, DecisionNames),
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

    /// <summary>The account as a payment with it would be kept: in its normal form, and a card's number as its token.</summary>
    private static ulong? ReadAccount(QueryText text, CardTokenizer cards)
    {
        if (text.Text("fromAccountNumber") is not { } account)
        {
            return null;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new { fromAccountNumber = account, amount = "1", currency = "EUR" });
        var packed = new PackedPaymentBuffer(256);
        var reader = new PaymentReader(new PaymentReaderOptions { RequiresIdentity = false });
        if (reader.TryRead(body, cards, default, packed, out var errors))
        {
            return new PackedPayment(packed.Detach()).AccountHash;
        }

        text.Add(errors);
        return null;
    }
}
