using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Lists;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphLists;

/// <summary>The fields of lists and entries.</summary>
internal static class ListTypes
{
    /// <summary>Binds them.</summary>
    /// <param name="map">Where resolvers go.</param>
    /// <param name="time">Says which entries have expired.</param>
    public static void Bind(ResolverMap map, TimeProvider time)
    {
        map.Type<ListView>("RiskList", static type => type
            .Field("name", static list => list.Definition.Name)
            .Field("kind", static list => list.Definition.Kind)
            .Field("mandatory", static list => list.Definition.Mandatory)
            .Field("member", static list => list.Definition.Member is { } member ? PaymentMemberTable.Name(member) : null)
            .Field("entryCount", static list => list.Count)
            .Field("revision", static list => list.Revision)
            .Field("content", static list => list.Definition.Content)
            .Field("usedBy", static list => list.UsedBy)
            .Field("tag", static list => list.Tag));
        map.Type<ListEntry>("ListEntry", type => type
            .Field("value", static entry => entry.Value)
            .Field("reason", static entry => entry.Reason)
            .Field("expiresAt", static entry => entry.ExpiresAt)
            .Field("isExpired", entry => entry.ExpiresAt <= Instant.From(time.GetUtcNow()))
            .Field("addedBy", static entry => entry.Origin is { AddedBy.Length: > 0 } origin ? origin.AddedBy : null)
            .Field("addedAt", static entry => entry.Origin is { AddedAt.UnixMicroseconds: not 0 } origin ? origin.AddedAt : null)
            .Field("source", static entry => entry.Origin is { Source.Length: > 0 } origin ? origin.Source : null));
        map.Type<ListEntryPageNode>("ListEntryConnection", static type => type
            .Field("edges", static page => page.Edges)
            .Field("nodes", static page => page.Edges.Select(static edge => edge.Node))
            .Field("pageInfo", static page => page.Info));
        map.Type<Edge<ListEntry>>("ListEntryEdge", static type => type.Field("cursor", static edge => edge.Cursor).Field("node", static edge => edge.Node));
        map.Type<ListChangeCounts>("ListCounts", static type => type
            .Field("added", static counts => counts.Added)
            .Field("replaced", static counts => counts.Replaced)
            .Field("removed", static counts => counts.Removed)
            .Field("duplicates", static counts => counts.Duplicates));
        map.Type<ListChangeNode>("ListChange", static type => type.Field("counts", static change => change.Counts).Field("list", static change => change.List));
    }
}
