using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Grains.Shadows;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Answers with what a draft would have decided.</summary>
internal static class ShadowResponse
{
    /// <summary>Answers with a report; or with why there is none.</summary>
    public static Task WriteAsync(HttpContext context, Result<ShadowReport> report) => report.IsSuccess
        ? DocumentResponse.WriteAsync(context, json => Write(json, report.Value))
        : DraftResponse.RefuseAsync(context, report.Errors);

    private static void Write(Utf8JsonWriter json, ShadowReport report)
    {
        json.WriteStartObject();
        json.WriteString("draft", report.Draft);
        json.WriteString("tag", report.Tag);
        json.WriteString("status", EnumNames.Of(report.Status));
        json.WriteString("startedAt", report.StartedAt.ToString());
        json.WriteNumber("compared", report.Compared);
        json.WriteNumber("different", report.Different);
        json.WriteNumber("behind", report.Behind);
        WriteAll(json, "decisions", report.Pairs, static (inner, pair) =>
        {
            inner.WriteString("live", EnumNames.Of(pair.Live));
            inner.WriteString("shadow", EnumNames.Of(pair.Shadow));
            inner.WriteNumber("count", pair.Count);
        });
        WriteAll(json, "factors", report.Factors, static (inner, factor) =>
        {
            inner.WriteString("name", factor.Name);
            inner.WriteNumber("live", factor.Live);
            inner.WriteNumber("shadow", factor.Shadow);
        });
        json.WriteNumber("otherFactors", report.OtherFactors);
        WriteAll(json, "samples", report.Samples, static (inner, sample) =>
        {
            inner.WriteString("assessmentId", sample.Assessment);
            inner.WriteString("assessedAt", sample.AssessedAt.ToString());
            inner.WriteString("live", EnumNames.Of(sample.Live));
            inner.WriteNumber("liveScore", sample.LiveScore.ToDecimal());
            inner.WriteString("shadow", EnumNames.Of(sample.Shadow));
            inner.WriteNumber("shadowScore", sample.ShadowScore.ToDecimal());
        });
        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
