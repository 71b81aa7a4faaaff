using System.Buffers;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Says whether a transaction would be flagged by the tenant's policy, and keeps nothing. Only the amount is needed.</summary>
internal sealed class DetectFraudEndpoint(PaymentAssessor assessor, GatewayLimits limits)
{
    /// <summary>The address.</summary>
    public const string Path = "/detect_fraud";

    private static ReadOnlySpan<byte> Fraudulent => """{"status":"fraudulent","message":"Transaction flagged as fraudulent"}"""u8;

    private static ReadOnlySpan<byte> Legitimate => """{"status":"legitimate","message":"Transaction is legitimate"}"""u8;

    public static Task HandleAsync(HttpContext context, DetectFraudEndpoint endpoint) => endpoint.DetectAsync(context);

    private async Task DetectAsync(HttpContext context)
    {
        var answer = await DecideAsync(context, context.GetCaller());
        if (answer.Refusal is not null)
        {
            await ProblemWriter.WriteAsync(context, answer.Refusal);
            return;
        }

        var isFlagged = new AssessmentRecord(answer.Record.Span).Outcome.Decision != Decision.Approve;
        context.Response.ContentType = ContentTypes.Json;
        context.Response.BodyWriter.Write(isFlagged ? Fraudulent : Legitimate);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private async Task<AssessmentAnswer> DecideAsync(HttpContext context, Caller caller)
    {
        var body = await RequestBody.ReadAsync(context.Request, limits.MaximumBodyBytes);
        if (!body.IsSuccess)
        {
            return AssessmentAnswer.Refused(body.Errors);
        }

        var payment = DetectFraudBody.ToPayment(body.Value);
        return payment.IsSuccess ? await assessor.PreviewAsync(caller, payment.Value, context.RequestAborted) : AssessmentAnswer.Refused(payment.Errors);
    }
}
