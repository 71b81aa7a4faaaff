using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Grains.Publishing;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>The fields of policy versions, of differences, and of what is found in policy files.</summary>
internal static class VersionTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        BindVersions(map);
        map.Type<ElementDifference>("PolicyDifference", static type => type
            .Field("section", static difference => difference.Section)
            .Field("key", static difference => difference.Key)
            .Field("name", static difference => difference.Name)
            .Field("kind", static difference => difference.Kind)
            .Field("members", static difference => difference.Members)
            .Field("omitted", static difference => difference.Omitted));
        map.Type<MemberDifference>("MemberDifference", static type => type
            .Field("pointer", static member => member.Pointer)
            .Field("before", static member => member.Before)
            .Field("after", static member => member.After));
        map.Type<PolicyFindings>("PolicyFindings", static type => type
            .Field("isValid", static findings => findings.IsValid)
            .Field("hash", static findings => findings.Hash)
            .Field("errors", static findings => findings.Errors.Select(Finding.Of))
            .Field("warnings", static findings => findings.Warnings.Select(Finding.Of)));
        map.Type<Finding>("PolicyFinding", static type => type
            .Field("code", static finding => finding.Code)
            .Field("member", static finding => finding.Member)
            .Field("value", static finding => finding.Value)
            .Field("message", static finding => finding.Message));
    }

    /// <summary>A policy file as a value of the scalar JSON, with masks in place of secrets.</summary>
    public static object DocumentOf(PolicyDocument policy) => JsonElement.Parse(PolicyResponse.Show(policy));

    private static void BindVersions(ResolverMap map)
    {
        map.Type<VersionPageNode>("PolicyVersionConnection", static type => type
            .Field("edges", static page => page.Edges)
            .Field("nodes", static page => page.Edges.Select(static edge => edge.Node))
            .Field("pageInfo", static page => page.Info));
        map.Type<Edge<PublishedVersion>>("PolicyVersionEdge", static type => type.Field("cursor", static edge => edge.Cursor).Field("node", static edge => edge.Node));
        map.Type<PublishedVersion>("PolicyVersion", static type => type
            .Field("version", static version => version.Number)
            .Field("publishedAt", static version => version.PublishedAt)
            .Field("isInForce", static version => version.IsInForce)
            .Field("hash", static version => version.Hash)
            .Field("action", static version => version.Action)
            .Field("target", static version => version.Target)
            .Field("author", static version => version.Author)
            .Field("approver", static version => version.Approver)
            .Field("comment", static version => version.Comment)
            .Field("restoredVersion", static version => version.RestoredVersion == 0 ? null : version.RestoredVersion)
            .Field("draft", static version => version.Draft));
        map.Type<AuditActor>("Author", static type => type
            .Field("kind", static author => author.Kind)
            .Field("id", static author => author.Id)
            .Field("tenantId", static author => author.Tenant));
    }
}
