using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Trials;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>What a policy would have decided, answered at once: about the latest payments, and about one.</summary>
internal sealed class TrialEndpoint(PolicyPreviews previews, WhatIfAsker asker)
{
    public static Task HandlePreviewAsync(HttpContext context, TrialEndpoint endpoint) => endpoint.PreviewAsync(context);

    public static Task HandleWhatIfAsync(HttpContext context, TrialEndpoint endpoint) => endpoint.AskAsync(context);

    private static void Write(Utf8JsonWriter json, WhatIfAnswer answer)
    {
        var before = new AssessmentRecord(answer.Before.Span);
        json.WriteStartObject();
        json.WriteString("assessmentId", AssessmentId.Of(answer.DecidedBy.Tenant, before.Partition, before.Sequence, before.AssessedAt).ToGuid());
        json.WriteBoolean("changed", answer.IsChanged);
        json.WritePropertyName("before");
        WholeAnswerWriter.Write(json, before, answer.DecidedBy);
        json.WritePropertyName("after");
        WholeAnswerWriter.Write(json, new AssessmentRecord(answer.After.Span), answer.Policy);
        json.WriteEndObject();
    }

    private async Task PreviewAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<PreviewBody>(context.Request, ChoiceBody.MaximumBytes);
        var preview = sent.IsSuccess ? sent.Value.Read() : Result.Failure<PolicyPreview>(sent.Errors);
        var report = preview.IsSuccess
            ? await previews.LookAsync(context.GetCaller().Tenant, preview.Value, context.RequestAborted)
            : Result.Failure<PolicyReport>(preview.Errors);
        await (report.IsSuccess
            ? DocumentResponse.WriteAsync(context, json => ReportDocument.Write(json, report.Value))
            : ProblemWriter.WriteAsync(context, report.Errors));
    }

    private async Task AskAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<WhatIfBody>(context.Request, ChoiceBody.MaximumBytes);
        var answer = sent.IsSuccess ? await asker.AskAsync(context.GetCaller(), sent.Value, context.RequestAborted) : Result.Failure<WhatIfAnswer>(sent.Errors);
        await (answer.IsSuccess
            ? DocumentResponse.WriteAsync(context, json => Write(json, answer.Value))
            : ProblemWriter.WriteAsync(context, answer.Errors));
    }
}
