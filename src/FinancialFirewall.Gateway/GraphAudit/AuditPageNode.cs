using FinancialFirewall.Gateway.Graph;

namespace FinancialFirewall.Gateway.GraphAudit;

/// <summary>A page of the audit log as resolvers have it.</summary>
internal sealed record AuditPageNode(IReadOnlyList<Edge<AuditNode>> Edges, PageInfo Info);
