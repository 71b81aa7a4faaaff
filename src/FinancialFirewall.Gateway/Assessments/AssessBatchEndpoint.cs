using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Unpacking;
using FinancialFirewall.Grains.Assessments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>Assesses payments as they arrive, in any format that is read, and answers each in order while more arrive.</summary>
internal sealed class AssessBatchEndpoint(
    BatchStream stream, CallerAdmission admission, AssessmentMetrics metrics, GatewayLimits limits, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public static Task HandleAsync(HttpContext context, AssessBatchEndpoint endpoint) => endpoint.AssessAsync(context);

    private async Task AssessAsync(HttpContext context)
    {
        var detail = AnswerDetailQuery.Read(context.Request, AnswerDetail.Brief);
        if (!detail.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, detail.Errors);
            return;
        }

        var content = BatchContent.Read(context.Request);
        if (!content.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, BatchContent.StatusOf(content.Errors[0]), content.Errors);
            return;
        }

        LiftBodyLimits(context);
        context.Response.ContentType = ContentTypes.NewlineDelimitedJson;
        var end = await DecideAsync(context, detail.Value, content.Value);
        if (end != BatchEnd.Complete && !await EndEarlyAsync(context, end))
        {
            context.Abort();
        }
    }

    private async Task<BatchEnd> DecideAsync(HttpContext context, AnswerDetail detail, BatchContent content)
    {
        var caller = context.GetCaller();
        var input = Unpacker.Open(context.Request.BodyReader, content.Packing, limits);
        var request = new BatchRequest(
            caller, input, context.Response.BodyWriter, detail, AssessmentClock.Partition, new MeteredBatch(metrics.Of(caller.Tenant)))
        {
            Syntax = content.Syntax,
            Admission = () => admission.RenewAsync(context),
        };
        var end = await stream.RunAsync(request, lifetime.ApplicationStopping, context.RequestAborted);
        if (input != context.Request.BodyReader)
        {
            await input.CompleteAsync();
        }

        return end;
    }

    /// <summary>Ends the answers of a batch whose request has not ended.</summary>
    /// <returns>Whether the connection is still of use.</returns>
    private async Task<bool> EndEarlyAsync(HttpContext context, BatchEnd end)
    {
        if (end is BatchEnd.Unread or BatchEnd.CutOff)
        {
            // The server itself closes a connection whose request is broken, behind the answers that are on their way.
            return end == BatchEnd.CutOff;
        }

        await context.Response.CompleteAsync();
        return await BatchLinger.ReadOnAsync(context.Request.BodyReader, limits.BatchLingerTime, time);
    }

    /// <summary>A batch may be long and may pause: its lines, its groups and its silence are limited instead of its body.</summary>
    private static void LiftBodyLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
