using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Audit;

/// <summary>Whether an entry is one of those that are asked for.</summary>
internal static class AuditFilter
{
    public static bool Fits(AuditRecord record, AuditQuery query)
    {
        using var entry = JsonDocument.Parse(record.Canonical);
        var root = entry.RootElement;
        return FitsActor(root.GetProperty("actor"), query.Actor)
            && Is(root, "action", query.Action)
            && Is(root, "outcome", query.Outcome)
            && FitsTarget(Text(root, "target"), query.Target)
            && (query.SecurityEvent is "ANY" ? Text(root, "securityEvent").Length > 0 : Is(root, "securityEvent", query.SecurityEvent))
            && FitsTime(Text(root, "at"), query);
    }

    private static bool FitsActor(JsonElement actor, string? wanted) => wanted is null || Is(actor, "id", wanted) || Is(actor, "kind", wanted);

    private static bool FitsTarget(string target, string? wanted)
        => wanted is null || string.Equals(target, wanted, StringComparison.Ordinal) || (wanted.EndsWith('/') && target.StartsWith(wanted, StringComparison.Ordinal));

    private static bool FitsTime(string at, AuditQuery query)
        => (query.From is null && query.Until is null)
            || (Rfc3339.TryParse(Encoding.UTF8.GetBytes(at), out var time) && time >= (query.From ?? new Instant(long.MinValue)) && time < (query.Until ?? new Instant(long.MaxValue)));

    private static bool Is(JsonElement entry, string member, string? wanted) => wanted is null || string.Equals(Text(entry, member), wanted, StringComparison.Ordinal);

    private static string Text(JsonElement entry, string member) => entry.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
}
