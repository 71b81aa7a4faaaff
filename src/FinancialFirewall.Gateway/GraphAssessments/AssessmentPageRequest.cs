using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>Reads which assessments <c>Query.assessments</c> is asked for.</summary>
internal static class AssessmentPageRequest
{
    /// <summary>What cursors of sorted lists begin with.</summary>
    public const string SortedList = "assessments";

    /// <summary>The request; or everything that is wrong with it.</summary>
    public static Result<AssessmentListRequest> Read(GraphCall call)
    {
        List<Error> errors = [];
        var filter = call.Get<InputObject>("filter") ?? InputObject.Empty;
        var view = ViewOf(call.Get<string>("view"));
        var order = OrderOf(call.Get<string>("orderBy"));
        var isKept = order == AssessmentOrder.NewestFirst;
        var after = call.Get<string>("after");
        var statuses = Names(filter, "statuses", AssessmentFilterNames.Statuses);
        var query = new AssessmentQuery
        {
            AccountHash = ReadAccount(filter, call, errors),
            From = filter.Get<Instant?>("from"),
            Until = filter.Get<Instant?>("until"),
            Levels = Fixed(view.Levels, filter, "riskLevels", AssessmentFilterNames.Levels, errors),
            Decisions = Fixed(view.Decisions, filter, "decisions", AssessmentFilterNames.Decisions, errors),
            Statuses = [.. statuses.Where(static status => status != AssessmentStatus.None)],
            Size = call.Get<int>("first"),
            Skip = isKept || after is null ? 0 : ReadOffset(after, errors),
            Cursor = isKept ? after : null,
            Order = order,
            CountsMatches = !isKept,
        };
        if (query.Size is < 1 or > AssessmentQuery.MaximumSize)
        {
            errors.Add(QueryErrors.Size(query.Size) with { Member = "first" });
        }

        var request = new AssessmentListRequest(query, 0, AnswerDetail.Full)
        {
            Configuration = filter.Get<Guid?>("configurationId"),
            Factor = filter.Get<string>("riskFactor"),
            IsOpenAlone = view.IsOpenAlone,
            IsImpossible = statuses.Count > 0 && query.Statuses.Count == 0,
        };
        return errors.Count == 0 ? request : Result.Failure<AssessmentListRequest>(errors);
    }

    /// <summary>The values of the names in a list; empty where there is none.</summary>
    public static IReadOnlyList<T> Names<T>(InputObject filter, string member, IReadOnlyDictionary<string, T> names)
        => [.. (filter.List<string>(member) ?? []).Select(name => names[name])];

    private static AssessmentView ViewOf(string name) => name switch
    {
        "PENDING_REVIEW" => AssessmentView.PendingReview,
        "HIGH_RISK" => AssessmentView.HighRisk,
        "CRITICAL_RISK" => AssessmentView.CriticalRisk,
        _ => AssessmentView.All,
    };

    private static AssessmentOrder OrderOf(string name) => name switch
    {
        "OLDEST_FIRST" => AssessmentOrder.OldestFirst,
        "HIGHEST_SCORE_FIRST" => AssessmentOrder.HighestScoreFirst,
        "LOWEST_SCORE_FIRST" => AssessmentOrder.LowestScoreFirst,
        _ => AssessmentOrder.NewestFirst,
    };

    private static IReadOnlyList<T> Fixed<T>(
        IReadOnlyList<T> fixedValues, InputObject filter, string member, IReadOnlyDictionary<string, T> names, List<Error> errors)
    {
        if (fixedValues.Count == 0)
        {
            return Names(filter, member, names);
        }

        if (filter.List<string>(member) is { Count: > 0 } stated)
        {
            errors.Add(RequestErrors.MemberInvalid(member, string.Join(',', stated), "without a view that fixes it"));
        }

        return fixedValues;
    }

    private static ulong? ReadAccount(InputObject filter, GraphCall call, List<Error> errors)
    {
        if (filter.Get<string>("fromAccountNumber") is not { Length: > 0 } account)
        {
            return null;
        }

        var read = AccountFilter.Read(account, call.Caller.Cards);
        errors.AddRange(read.Errors);
        return read.IsSuccess ? read.Value : null;
    }

    private static int ReadOffset(string after, List<Error> errors)
    {
        var read = OffsetCursor.Read(SortedList, after);
        errors.AddRange(read.Errors);
        return read.IsSuccess ? (int)Math.Min(read.Value, int.MaxValue) : 0;
    }
}
