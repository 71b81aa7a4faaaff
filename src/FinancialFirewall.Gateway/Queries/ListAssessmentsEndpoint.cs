using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.References;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Answers a page of a tenant's assessments as a JSON array.</summary>
internal sealed class ListAssessmentsEndpoint(
    AssessmentSearch search, PolicyPlaces places, AnswerRenderer renderer, StoredFollowUps followUps, IOpenAssessments open, CancelledAssessments cancelled)
{
    private static readonly AssessmentPage Nothing = new([], Next: null, new MatchCount(0, IsExact: true));

    /// <summary>Answers one view.</summary>
    public static Func<HttpContext, ListAssessmentsEndpoint, Task> Of(AssessmentView view) => (context, endpoint) => endpoint.AnswerAsync(context, view);

    private async Task AnswerAsync(HttpContext context, AssessmentView view)
    {
        var caller = context.GetCaller();
        var request = AssessmentListReader.Read(context.Request, view, caller.Cards);
        var page = request.IsSuccess
            ? await FindAsync(caller.Tenant, request.Value, view, context.RequestAborted)
            : Result.Failure<AssessmentPage>(request.Errors);
        if (!page.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, page.Errors);
            return;
        }

        PageLinks.Write(context, request.Value, page.Value);
        context.Response.ContentType = ContentTypes.Json;
        await WriteAsync(context.Response.BodyWriter, caller.Tenant, page.Value, request.Value.Detail, view, context.RequestAborted);
    }

    private async Task<Result<AssessmentPage>> FindAsync(TenantId tenant, AssessmentListRequest request, AssessmentView view, CancellationToken cancellationToken)
    {
        var query = await FindStatusAsync(tenant, view.IsOpenAlone ? request.Query with { Among = await open.FindOpenAsync(tenant) } : request.Query, cancellationToken);
        var isImpossible = request.IsImpossible;
        if (request.Configuration is { } configuration)
        {
            query = query with { Configurations = await places.FindConfigurationAsync(tenant, configuration, cancellationToken) };
            isImpossible |= query.Configurations.Count == 0;
        }

        if (request.Factor is { } factor)
        {
            query = query with { Factors = await places.FindFactorAsync(tenant, factor, cancellationToken) };
            isImpossible |= query.Factors.Count == 0;
        }

        return isImpossible ? Nothing : await search.FindAsync(tenant, query, cancellationToken);
    }

    /// <summary>Every record says COMPLETED; what was cancelled since is told apart by what happened to it.</summary>
    private async Task<AssessmentQuery> FindStatusAsync(TenantId tenant, AssessmentQuery query, CancellationToken cancellationToken)
        => (query.Statuses.Contains(AssessmentStatus.Completed), query.Statuses.Contains(AssessmentStatus.Released)) switch
        {
            (true, false) => query with { Except = await cancelled.FindAsync(tenant, cancellationToken) },
            (false, true) => query with { Statuses = [AssessmentStatus.Completed], Among = Both(query.Among, await cancelled.FindAsync(tenant, cancellationToken)) },
            _ => query,
        };

    private static IReadOnlySet<RecordAddress> Both(IReadOnlySet<RecordAddress>? some, IReadOnlySet<RecordAddress> others)
        => some is null ? others : some.Where(others.Contains).ToHashSet();

    /// <summary>An assessment with what happened since; one that waited for nobody has the decision that it had.</summary>
    private async ValueTask<AssessmentAnswer> FollowAsync(TenantId tenant, ReadOnlyMemory<byte> record, CancellationToken cancellationToken)
    {
        var answer = new AssessmentAnswer(record, IsDuplicate: false, Refusal: null);
        return AssessmentStanding.Waits(new AssessmentRecord(record.Span).Decision)
            ? answer with { FollowUps = await followUps.FindAsync(tenant, record, cancellationToken) }
            : answer;
    }

    private async Task WriteAsync(PipeWriter output, TenantId tenant, AssessmentPage page, AnswerDetail detail, AssessmentView view, CancellationToken cancellationToken)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var found in page.Assessments)
        {
            var answer = await FollowAsync(tenant, found.Record, cancellationToken);
            if (view.IsOpenAlone && answer.GetStanding() is { IsOpen: false })
            {
                // Closed since the page was looked for, or seen in the journal alone.
                continue;
            }

            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            AnswerRenderer.Write(output, answer, await renderer.GetPolicyAsync(tenant, answer), detail);
            await output.FlushAsync(cancellationToken);
        }

        output.Write("]"u8);
        await output.FlushAsync(cancellationToken);
    }
}
