using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Storage.Queries;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Answers a page of a tenant's assessments as a JSON array.</summary>
internal sealed class ListAssessmentsEndpoint(AssessmentLister lister, AnswerRenderer renderer)
{
    /// <summary>Answers one view.</summary>
    public static Func<HttpContext, ListAssessmentsEndpoint, Task> Of(AssessmentView view) => (context, endpoint) => endpoint.AnswerAsync(context, view);

    private async Task AnswerAsync(HttpContext context, AssessmentView view)
    {
        var caller = context.GetCaller();
        var request = AssessmentListReader.Read(context.Request, view, caller.Cards);
        var page = request.IsSuccess
            ? await lister.FindAsync(caller.Tenant, request.Value, context.RequestAborted)
            : Result.Failure<AssessmentPage>(request.Errors);
        if (!page.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, page.Errors);
            return;
        }

        PageLinks.Write(context, request.Value, page.Value);
        context.Response.ContentType = ContentTypes.Json;
        await WriteAsync(context.Response.BodyWriter, caller.Tenant, page.Value, request.Value.Detail, context.RequestAborted);
    }

    private async Task WriteAsync(PipeWriter output, TenantId tenant, AssessmentPage page, AnswerDetail detail, CancellationToken cancellationToken)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var found in page.Assessments)
        {
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            var answer = new AssessmentAnswer(found.Record, IsDuplicate: false, Refusal: null);
            AnswerRenderer.Write(output, answer, await renderer.GetPolicyAsync(tenant, answer), detail);
            await output.FlushAsync(cancellationToken);
        }

        output.Write("]"u8);
        await output.FlushAsync(cancellationToken);
    }
}
