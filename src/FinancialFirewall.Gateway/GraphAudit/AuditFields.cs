using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Audit;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphAudit;

/// <summary>The audit log: search and proof.</summary>
internal sealed class AuditFields(AuditReader audit) : IGraphFields
{
    private const int MaximumSize = 500;
    private const string List = "audit";

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.auditLog", ListAsync);
        roots.Field("Query.auditVerification", async call => await audit.VerifyAsync(call.Tenant, call.Cancellation));
        var map = roots.Types;
        map.Type<AuditPageNode>("AuditConnection", static type => type
            .Field("edges", static page => page.Edges)
            .Field("nodes", static page => page.Edges.Select(static edge => edge.Node))
            .Field("pageInfo", static page => page.Info));
        map.Type<Edge<AuditNode>>("AuditEdge", static type => type.Field("cursor", static edge => edge.Cursor).Field("node", static edge => edge.Node));
        map.Type<AuditProof>("AuditVerification", static type => type
            .Field("isWhole", static proof => proof.BrokenAt is null)
            .Field("entries", static proof => proof.Entries)
            .Field("brokenAt", static proof => proof.BrokenAt)
            .Field("problem", static proof => proof.Problem));
        map.Type<AuditNode>("AuditEntry", static type =>
        {
            string[] members = ["sequence", "at", "action", "outcome", "refusal", "remark", "suppressed", "securityEvent"];
            Array.ForEach(members, name => type.Field(name, entry => entry[name]));
            type.Field("target", static entry => entry["target"] ?? "")
                .Field("actor", static entry => entry.Members.GetProperty("actor"))
                .Field("before", static entry => entry.Document("before"))
                .Field("after", static entry => entry.Document("after"))
                .Field("hash", static entry => entry.Hash);
        });
        map.Type<JsonElement>("AuditActor", static type =>
            Array.ForEach(["kind", "id", "tenantId", "source", "keyId"], name => type.Field(name, actor => AuditNode.Read(actor, name))));
    }

    private async Task<object?> ListAsync(GraphCall call)
    {
        var filter = call.Get<InputObject>("filter") ?? InputObject.Empty;
        var size = call.Get<int>("first");
        var after = call.Get<string>("after");
        var before = after is null ? Result.Success(long.MaxValue) : OffsetCursor.Read(List, after);
        if (!before.IsSuccess)
        {
            return GraphRefusals.Of(before.Errors);
        }

        if (size is < 1 or > MaximumSize)
        {
            return GraphRefusals.Of(RequestErrors.MemberInvalid("first", size.ToString(CultureInfo.InvariantCulture), $"as a whole number from 1 to {MaximumSize}"));
        }

        var found = await audit.FindAsync(call.Tenant, QueryOf(filter, size, before.Value), call.Cancellation);
        List<Edge<AuditNode>> edges = [.. found.Records.Select(static record => new AuditNode(record)).Select(static node => new Edge<AuditNode>(OffsetCursor.Write(List, node.Sequence), node))];
        return new AuditPageNode(edges, PageInfo.Of(edges, after, found.Next is { } next ? OffsetCursor.Write(List, next) : null));
    }

    private static AuditQuery QueryOf(InputObject filter, int size, long before) => new()
    {
        Actor = filter.Get<string>("actor"),
        Action = filter.Get<string>("action"),
        Target = filter.Get<string>("target"),
        Outcome = filter.Get<string>("outcome"),
        SecurityEvent = filter.Get<string>("securityEvent"),
        From = filter.Get<Instant?>("from"),
        Until = filter.Get<Instant?>("until"),
        Before = before == long.MaxValue ? null : before,
        Size = size,
    };
}
