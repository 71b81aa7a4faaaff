using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphAssessments;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Gateway.Reviews;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.GraphReviews;

/// <summary>What waits for a person: listed, found and counted.</summary>
internal sealed class ReviewQueries(ReviewQueue queue, ReviewAssignees assignees, StoredFollowUps followUps, AssessmentNodes nodes) : IGraphFields
{
    private const int MaximumSkip = 1_000_000;

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.reviews", ListAsync);
        roots.Field("Query.review", FindAsync);
        roots.Field("Query.reviewCounts", async call => await queue.CountAsync(call.Tenant));
        roots.Field("Query.reviewers", async call => await assignees.ListAsync(call.Tenant));
        ReviewTypes.Bind(roots.Types);
    }

    private static Result<ReviewQuery> Read(GraphCall call)
    {
        var (first, skip) = (call.Get<int>("first"), call.Get<int>("skip"));
        if (first is < 1 or > ReviewQuery.MaximumSize || skip is < 0 or > MaximumSkip)
        {
            var (member, value, least, most) = skip is < 0 or > MaximumSkip ? ("skip", skip, 0, MaximumSkip) : ("first", first, 1, ReviewQuery.MaximumSize);
            return RequestErrors.MemberInvalid(member, value.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"as a whole number from {least} to {most}"));
        }

        return new ReviewQuery
        {
            Levels = call.Get<string>("queue") switch { "HIGH" => [RiskLevel.High, RiskLevel.Critical], "CRITICAL" => [RiskLevel.Critical], _ => [] },
            Decisions = AssessmentPageRequest.Names(call.Arguments, "decisions", AssessmentFilterNames.Decisions),
            ClaimedBy = ReviewActors.Read(call.Get<string>("claimedBy")),
            IsOverdue = call.Get<bool?>("overdue"),
            Order = OrderOf(call.Get<string>("orderBy")),
            IsReversed = call.Get<bool>("reversed"),
            Size = first,
            Skip = skip,
        };
    }

    private static ReviewOrder OrderOf(string name) => name switch
    {
        "OLDEST_FIRST" => ReviewOrder.Age,
        "LARGEST_FIRST" => ReviewOrder.Amount,
        "HIGHEST_SCORE_FIRST" => ReviewOrder.Score,
        _ => ReviewOrder.Due,
    };

    private async Task<object?> ListAsync(GraphCall call)
    {
        var query = Read(call);
        if (!query.IsSuccess)
        {
            return GraphRefusals.Of(query.Errors);
        }

        var page = await queue.FindAsync(call.Tenant, query.Value, call.Cancellation);
        return new ReviewPageNode([.. page.Items.Select(item => NodeOf(call, item))], page.Matches, page.Forgotten);
    }

    private async Task<object?> FindAsync(GraphCall call)
        => AssessmentId.TryParse(call.Get<Guid>("assessmentId").ToString("D"), out var id) && await queue.FindAsync(call.Tenant, id, call.Cancellation) is { } item
            ? NodeOf(call, item)
            : null;

    private ReviewNode NodeOf(GraphCall call, ReviewItem item) => new(
        ReviewAnswer.Of(call.Tenant, item),
        async cancellation => await nodes.OfAsync(
            call.Tenant, new AssessmentAnswer(item.Record, IsDuplicate: false, Refusal: null, await followUps.FindAsync(call.Tenant, item.Record, cancellation))));
}
