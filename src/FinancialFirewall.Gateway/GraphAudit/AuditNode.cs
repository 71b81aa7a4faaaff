using System.Text.Json;
using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Gateway.GraphAudit;

/// <summary>An entry of the audit log as resolvers have it.</summary>
/// <param name="record">The entry as it is kept.</param>
internal sealed class AuditNode(AuditRecord record)
{
    /// <summary>What the entry says.</summary>
    public JsonElement Members { get; } = JsonElement.Parse(record.Canonical.Span);

    /// <summary>Its place in the log.</summary>
    public long Sequence => Members.GetProperty("sequence").GetInt64();

    /// <summary>Its hash.</summary>
    public string Hash => record.Hash;

    /// <summary>A text or a whole number; null where it is absent.</summary>
    public object? this[string name] => Read(Members, name);

    /// <summary>A text or a whole number; null where it is absent.</summary>
    public static object? Read(JsonElement json, string name)
        => !json.TryGetProperty(name, out var member) ? null : member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetInt64();

    /// <summary>A document; null where it is absent.</summary>
    public object? Document(string name) => Members.TryGetProperty(name, out var member) ? member : null;
}
