using System.Globalization;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Publishing;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>Says what is in force, which versions there are, what they say, and in what they differ.</summary>
internal sealed class ReadPolicyEndpoint(PolicyVersions versions, PolicyPublisher policies)
{
    private const int MaximumPageSize = 500;
    private const int UsualPageSize = 50;
    private static readonly string[] PageMembers = ["cursor", "size"];
    private static readonly string[] ComparisonMembers = ["with"];

    public static Task HandleInForceAsync(HttpContext context, ReadPolicyEndpoint endpoint) => endpoint.AnswerInForceAsync(context);

    public static Task HandleDocumentInForceAsync(HttpContext context, ReadPolicyEndpoint endpoint) => endpoint.AnswerDocumentInForceAsync(context);

    public static Task HandleVersionsAsync(HttpContext context, ReadPolicyEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleVersionAsync(HttpContext context, ReadPolicyEndpoint endpoint, int version) => endpoint.AnswerVersionAsync(context, version);

    public static Task HandleDocumentAsync(HttpContext context, ReadPolicyEndpoint endpoint, int version) => endpoint.AnswerDocumentAsync(context, version);

    public static Task HandleComparisonAsync(HttpContext context, ReadPolicyEndpoint endpoint, int version) => endpoint.CompareAsync(context, version);

    private async Task AnswerInForceAsync(HttpContext context)
    {
        var published = await policies.GetPublishedAsync(context.GetCaller().Tenant, context.RequestAborted);
        await (published is null ? ProblemWriter.WriteAsync(context, PolicyRequestErrors.Missing) : PolicyResponse.WriteAsync(context, published));
    }

    private async Task AnswerDocumentInForceAsync(HttpContext context)
    {
        var published = await policies.GetPublishedAsync(context.GetCaller().Tenant, context.RequestAborted);
        await (published is null
            ? ProblemWriter.WriteAsync(context, PolicyRequestErrors.Missing)
            : PolicyResponse.WriteAsync(context, PolicyResponse.TagOf(published.Version), PolicyDocumentReader.Read(published.Document.Span).Value));
    }

    private async Task ListAsync(HttpContext context)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(PageMembers);
        var before = text.Number(PageMembers[0], 1, int.MaxValue) ?? int.MaxValue;
        var size = text.Number(PageMembers[1], 1, MaximumPageSize) ?? UsualPageSize;
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var found = await versions.ListAsync(context.GetCaller().Tenant, before, size);
        if (found is [.., { Number: > 1 } last])
        {
            context.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture, $"<{context.Request.Path}?cursor={last.Number}&size={size}>; rel=\"next\"");
        }

        await DocumentResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var version in found)
            {
                PolicyResponse.Write(json, version);
            }

            json.WriteEndArray();
        });
    }

    private async Task AnswerVersionAsync(HttpContext context, int version)
    {
        var found = await versions.FindAsync(context.GetCaller().Tenant, version);
        await (found.IsSuccess
            ? DocumentResponse.WriteAsync(context, json => PolicyResponse.Write(json, found.Value))
            : ProblemWriter.WriteAsync(context, found.Errors));
    }

    private async Task AnswerDocumentAsync(HttpContext context, int version)
    {
        var found = await versions.ReadAsync(context.GetCaller().Tenant, version);
        await (found.IsSuccess
            ? PolicyResponse.WriteAsync(context, PolicyResponse.TagOf(version), found.Value)
            : ProblemWriter.WriteAsync(context, found.Errors));
    }

    private async Task CompareAsync(HttpContext context, int version)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(ComparisonMembers);
        var from = text.Number(ComparisonMembers[0], 0, int.MaxValue) ?? Math.Max(version - 1, 0);
        var compared = text.Errors.Count > 0
            ? Result.Failure<IReadOnlyList<ElementDifference>>(text.Errors)
            : await versions.CompareAsync(context.GetCaller().Tenant, from, version);
        await (compared.IsSuccess
            ? DocumentResponse.WriteAsync(context, json => PolicyComparisonDocument.Write(json, compared.Value))
            : ProblemWriter.WriteAsync(context, compared.Errors));
    }
}
