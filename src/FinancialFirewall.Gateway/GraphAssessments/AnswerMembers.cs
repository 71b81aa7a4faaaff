using System.Text.Json;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>Members of JSON as resolvers give them.</summary>
internal static class AnswerMembers
{
    /// <summary>A text, a truth, a whole number of 32 bits, or else the JSON itself; null where it is absent or null.</summary>
    public static object? Read(JsonElement json, string name) => json.TryGetProperty(name, out var member) ? Read(member) : null;

    private static object? Read(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => member.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when member.TryGetInt32(out var whole) => whole,
        _ => member,
    };
}
