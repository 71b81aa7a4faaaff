using System.Text.Json;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>Differences of policies as JSON.</summary>
public static class PolicyComparisonDocument
{
    /// <summary>Writes differences as an array.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ElementDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(differences);
        json.WriteStartArray();
        foreach (var difference in differences)
        {
            Write(json, difference);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ElementDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("section", EnumNames<PolicySection>.Of(difference.Section));
        json.WriteString("key", difference.Key);
        json.WriteString("name", difference.Name);
        json.WriteString("kind", EnumNames<DifferenceKind>.Of(difference.Kind));
        json.WriteStartArray("members");
        foreach (var member in difference.Members)
        {
            json.WriteStartObject();
            json.WriteString("pointer", member.Pointer);
            Write(json, "before", member.Before);
            Write(json, "after", member.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("omitted", difference.Omitted);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement? value)
    {
        json.WritePropertyName(name);
        if (value is { } present)
        {
            present.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
