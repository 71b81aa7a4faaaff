using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphAssessments;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Gateway.Reviews;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Reviews;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphReviews;

/// <summary>What people do to assessments after their first decision, and reports of what became of payments.</summary>
internal sealed class ReviewMutations(
    TenantReviews reviews, OutcomeReports outcomes, IAssessmentFinder finder, AssessmentNodes nodes, TimeProvider time) : IGraphFields
{
    private Instant Now => Instant.From(time.GetUtcNow());

    public void Bind(GraphRoots roots)
    {
        roots.Field("Mutation.decideReview", call => DoAsync(
            call, ReviewRequestReader.ReadDecision(TargetOf(call), new ReviewDecisionRequest { Decision = call.Get<string>("decision"), Reason = call.Get<string>("reason") })));
        roots.Field("Mutation.cancelAssessment", call => DoAsync(call, ReviewRequestReader.ReadCancellation(TargetOf(call), ReasonOf(call))));
        roots.Field("Mutation.retryAssessment", call => DoAsync(call, ReviewRequestReader.ReadRetry(TargetOf(call), ReasonOf(call))));
        roots.Field("Mutation.claimReview", call => DoAsync(call, ReviewRequestReader.ReadClaim(TargetOf(call), ClaimOf(call), Now)));
        roots.Field("Mutation.releaseReview", call => DoAsync(call, ReviewRequestReader.ReadRelease(TargetOf(call), ReasonOf(call))));
        roots.Field("Mutation.reassignReview", call => DoAsync(call, ReviewRequestReader.ReadReassignment(TargetOf(call), ClaimOf(call), Now)));
        roots.Field("Mutation.noteReview", call => DoAsync(call, ReviewRequestReader.ReadNote(TargetOf(call), new NoteRequest { Text = call.Get<string>("text") })));
        roots.Field("Mutation.reportOutcomes", ReportAsync);
    }

    private static ReviewTarget TargetOf(GraphCall call) => new(call.Get<Guid>("assessmentId").ToString("D"), call.Get<string>("idempotencyKey") ?? "");

    private static ReasonRequest ReasonOf(GraphCall call) => new() { Reason = call.Get<string>("reason") };

    private static ClaimRequest ClaimOf(GraphCall call)
        => new() { Assignee = call.Get<string>("assignee"), Minutes = call.Get<int>("minutes"), Reason = call.Get<string>("reason") };

    private static OutcomeDocument DocumentOf(InputObject input) => new()
    {
        Id = input.Get<Guid?>("assessmentId")?.ToString("D"),
        TransactionReference = input.Get<string>("transactionReference"),
        Outcome = input.Get<string>("outcome"),
        At = input.Get<Instant?>("at")?.ToString(),
        Note = input.Get<string>("note"),
        IdempotencyKey = input.Get<string>("idempotencyKey"),
    };

    private async Task<object?> DoAsync(GraphCall call, Result<ReviewCommand> command)
    {
        if (!command.IsSuccess)
        {
            return GraphRefusals.Of(command.Errors);
        }

        var done = await reviews.FollowUpAsync(call.Tenant, command.Value);
        if (!done.IsSuccess)
        {
            return GraphRefusals.Of(done.Errors);
        }

        var assessment = await finder.FindAsync(call.Tenant, command.Value.Assessment, call.Cancellation);
        return new ReviewDoneNode(done.Value, await nodes.OfAsync(call.Tenant, assessment!.Value));
    }

    private async Task<object?> ReportAsync(GraphCall call)
    {
        var reports = call.Arguments.List<InputObject>("outcomes")!;
        if (reports.Count is 0 or > OutcomeReports.MaximumTogether)
        {
            return GraphRefusals.Of(new Error(
                ErrorKind.Invalid,
                "OUTCOMES_COUNT",
                "outcomes",
                reports.Count.ToString(CultureInfo.InvariantCulture),
                FormattableString.Invariant($"One request takes 1 to {OutcomeReports.MaximumTogether} reports; more go over REST.")));
        }

        var results = await OutcomeGroups.ReportAsync(outcomes, call.Tenant, [.. reports.Select(static (report, place) => new OutcomeLine(place + 1, DocumentOf(report)))]);
        var recorded = results.Count(static result => result.IsNew);
        await (recorded > 0 ? outcomes.NoteAsync(call.Tenant, recorded, results.Count(static result => result.Answer is null)) : Task.CompletedTask);
        return results.Select(static object (result) => result.Answer is null ? GraphRefusals.Of(result.Errors) : result).ToArray();
    }
}
