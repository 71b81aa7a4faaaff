using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Lists and counts what waits for a person, and lists who may decide it.</summary>
internal sealed class ReviewQueueEndpoint(ReviewQueue queue, ReviewAssignees assignees)
{
    private readonly ReviewAssignees assignees = assignees;

    public static Task HandleListAsync(HttpContext context, ReviewQueueEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, ReviewQueueEndpoint endpoint, string id) => endpoint.FindAsync(context, id);

    public static Task HandleCountAsync(HttpContext context, ReviewQueueEndpoint endpoint) => endpoint.CountAsync(context);

    public static async Task HandleReviewersAsync(HttpContext context, ReviewQueueEndpoint endpoint)
        => await context.Response.WriteAsJsonAsync(await endpoint.assignees.ListAsync(context.GetCaller().Tenant), context.RequestAborted);

    private async Task ListAsync(HttpContext context)
    {
        var query = ReviewQueueReader.Read(context.Request);
        if (!query.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, query.Errors);
            return;
        }

        var tenant = context.GetCaller().Tenant;
        var page = await queue.FindAsync(tenant, query.Value, context.RequestAborted);
        context.Response.Headers["X-Total-Count"] = page.Matches.ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsJsonAsync(page.Items.Select(item => ReviewAnswer.Of(tenant, item)), context.RequestAborted);
    }

    private async Task FindAsync(HttpContext context, string id)
    {
        var tenant = context.GetCaller().Tenant;
        var found = AssessmentId.TryParse(id, out var assessment) ? await queue.FindAsync(tenant, assessment, context.RequestAborted) : null;
        await (found is null
            ? ProblemWriter.WriteAsync(context, NotWaiting(id))
            : context.Response.WriteAsJsonAsync(ReviewAnswer.Of(tenant, found), context.RequestAborted));
    }

    private static Error NotWaiting(string id) => new(
        ErrorKind.NotFound, "REVIEW_UNKNOWN", "id", id, "No assessment with this id is in the queue: it does not wait, or there is none.");

    private async Task CountAsync(HttpContext context)
    {
        var counts = await queue.CountAsync(context.GetCaller().Tenant);
        await context.Response.WriteAsJsonAsync(
            new
            {
                open = counts.Open,
                overdue = counts.Overdue,
                claimed = counts.Claimed,
                byLevel = Named(counts.ByLevel, AnswerNames.Of),
                byDecision = Named(counts.ByDecision, AnswerNames.Of),
                oldestAt = counts.OldestAt?.ToString(),
                outsideTheQueue = counts.Forgotten,
            },
            context.RequestAborted);
    }

    /// <summary>Counts by name, the most severe first.</summary>
    private static Dictionary<string, int> Named<T>(IReadOnlyDictionary<T, int> counts, Func<T, string> nameOf)
        => counts.OrderByDescending(static one => one.Key).ToDictionary(one => nameOf(one.Key), static one => one.Value, StringComparer.Ordinal);
}
