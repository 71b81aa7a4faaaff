using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Assesses one payment: 201 with the answer, or 200 where the same payment was assessed before.</summary>
internal sealed class AssessEndpoint(PaymentAssessor assessor, AnswerRenderer renderer, GatewayLimits limits, TimeProvider time)
{
    public static Task HandleAsync(HttpContext context, AssessEndpoint endpoint) => endpoint.AssessAsync(context);

    private async Task AssessAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        var caller = context.GetCaller();
        var answer = await DecideAsync(context, caller);
        if (answer.Refusal is not null)
        {
            await ProblemWriter.WriteAsync(context, answer.Refusal);
        }
        else
        {
            await AnswerAsync(context, caller.Tenant, answer);
        }

        assessor.Count(caller, answer, time.GetElapsedTime(began));
    }

    private Task AnswerAsync(HttpContext context, TenantId tenant, AssessmentAnswer answer)
    {
        if (!answer.IsDuplicate)
        {
            var record = new AssessmentRecord(answer.Record.Span);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = $"{AssessmentEndpoints.Path}/{AssessmentId.Of(tenant, record.Partition, record.Sequence, record.AssessedAt)}";
        }

        return AnswerResponse.WriteAsync(context, renderer, tenant, answer, AnswerDetailQuery.Read(context.Request, AnswerDetail.Full).Value);
    }

    private async Task<AssessmentAnswer> DecideAsync(HttpContext context, Caller caller)
    {
        if (AnswerDetailQuery.Read(context.Request, AnswerDetail.Full) is { IsSuccess: false } detail)
        {
            return AssessmentAnswer.Refused(detail.Errors);
        }

        var body = await RequestBody.ReadAsync(context.Request, limits.MaximumBodyBytes);
        return body.IsSuccess ? await assessor.AssessAsync(caller, body.Value) : AssessmentAnswer.Refused(body.Errors);
    }
}
