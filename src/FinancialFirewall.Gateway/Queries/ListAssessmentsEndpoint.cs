using System.Buffers;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Storage.Queries;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Answers a page of a tenant's assessments as a JSON array.</summary>
internal sealed class ListAssessmentsEndpoint(AssessmentLister lister, AnswerRenderer renderer)
{
    /// <summary>Answers one view.</summary>
    public async Task AnswerAsync(HttpContext context, AssessmentView view)
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
        await WriteAsync(context, request.Value, page.Value);
    }

    private async Task WriteAsync(HttpContext context, AssessmentListRequest request, AssessmentPage page)
    {
        var (output, tenant, aborted) = (context.Response.BodyWriter, context.GetCaller().Tenant, context.RequestAborted);
        output.Write("["u8);
        var isFirst = true;
        foreach (var found in page.Assessments)
        {
            if (await lister.FollowAsync(tenant, request, found, aborted) is not { } answer)
            {
                continue;
            }

            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            AnswerRenderer.Write(output, answer, await renderer.GetPolicyAsync(tenant, answer), request.Detail);
            await output.FlushAsync(aborted);
        }

        output.Write("]"u8);
        await output.FlushAsync(aborted);
    }
}
