using System.Globalization;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>The policy as a whole: its versions, in what they differ, its file, and publishing an earlier version or a file.</summary>
internal sealed class VersionFields(PolicyVersions versions, PolicyCheck check) : IGraphFields
{
    private const int MaximumSize = 500;
    private const string List = "versions";

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.policyVersions", ListAsync);
        roots.Field("Query.policyVersion", async call => await versions.FindAsync(call.Tenant, call.Get<int>("version")) is { IsSuccess: true } found ? found.Value : null);
        roots.Field("Query.policyDocument", async call => await versions.ReadAsync(call.Tenant, call.Get<int>("version")) is { IsSuccess: true } found ? VersionTypes.DocumentOf(found.Value) : null);
        roots.Field("Query.policyComparison", CompareAsync);
        roots.Field("Query.policyValidation", async call => await check.CheckAsync(call.Tenant, JsonBody.Read(call, "document")));
        roots.Field("Mutation.rollBackPolicy", RollBackAsync);
        roots.Field("Mutation.replacePolicy", ReplaceAsync);
        VersionTypes.Bind(roots.Types);
    }

    /// <summary>What was published, or why it was not.</summary>
    public static object? Answer(Result<PublishedPolicy> published)
        => GraphRefusals.Or(published, static it => new PolicyNode(it, PolicyDocumentReader.Read(it.Document.Span).Value));

    private async Task<object?> ListAsync(GraphCall call)
    {
        var (size, after) = (call.Get<int>("first"), call.Get<string>("after"));
        var before = after is null ? Result.Success((long)int.MaxValue) : OffsetCursor.Read(List, after);
        if (!before.IsSuccess)
        {
            return GraphRefusals.Of(before.Errors);
        }

        if (size is < 1 or > MaximumSize)
        {
            return GraphRefusals.Of(RequestErrors.MemberInvalid("first", size.ToString(CultureInfo.InvariantCulture), $"as a whole number from 1 to {MaximumSize}"));
        }

        var found = await versions.ListAsync(call.Tenant, (int)Math.Min(before.Value, int.MaxValue), size);
        List<Edge<PublishedVersion>> edges = [.. found.Select(static one => new Edge<PublishedVersion>(OffsetCursor.Write(List, one.Number), one))];
        return new VersionPageNode(edges, PageInfo.Of(edges, after, found is [.., { Number: > 1 } last] ? OffsetCursor.Write(List, last.Number) : null));
    }

    private async Task<object?> CompareAsync(GraphCall call)
    {
        var to = call.Get<int>("version");
        var from = call.Arguments.Get<int?>("with") ?? Math.Max(to - 1, 0);
        return GraphRefusals.Or<IReadOnlyList<ElementDifference>>(await versions.CompareAsync(call.Tenant, from, to), static it => it);
    }

    private async Task<object?> RollBackAsync(GraphCall call)
    {
        var (seen, comment) = (JsonBody.ReadVersion(call, "ifVersion"), call.Get<string>("comment") ?? "");
        var wrong = seen.IsSuccess ? PolicyRequestErrors.CheckComment(comment) : seen.Errors[0];
        return Answer(wrong is null ? await versions.RestoreAsync(call.Tenant, call.Get<int>("version"), comment, seen.Value) : wrong);
    }

    private async Task<object?> ReplaceAsync(GraphCall call)
    {
        var (seen, comment) = (JsonBody.ReadVersion(call, "ifVersion"), call.Get<string>("comment") ?? "");
        var wrong = seen.IsSuccess ? PolicyRequestErrors.CheckComment(comment) : seen.Errors[0];
        return Answer(wrong is null ? await versions.ReplaceAsync(call.Tenant, JsonBody.Read(call, "document"), comment, seen.Value) : wrong);
    }
}
