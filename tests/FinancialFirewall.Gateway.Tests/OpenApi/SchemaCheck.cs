using System.Text.Json;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>
/// Checks values against the schemas of the document, as JSON Schema 2020-12 says; but a member that its schema does not describe is a complaint: what is sent and answered is described whole.
/// </summary>
/// <param name="description">The document.</param>
/// <param name="isRequest">Whether members that only answers have may be missing.</param>
internal sealed class SchemaCheck(Description description, bool isRequest)
{
    /// <summary>What this check understands; a schema that says anything else would not be checked whole.</summary>
    public static readonly IReadOnlySet<string> Keywords = new HashSet<string>(StringComparer.Ordinal)
    {
        "$ref", "description", "type", "format", "enum", "anyOf", "properties", "required", "additionalProperties", "items", "readOnly",
        "minimum", "maxLength", "contentMediaType", "contentSchema",
    };

    /// <summary>Everything that is wrong with a value.</summary>
    public IEnumerable<string> Complaints(JsonElement schema, JsonElement value, string at = "")
    {
        schema = description.Resolve(schema);
        if (schema.TryGetProperty("anyOf", out var alternatives))
        {
            return alternatives.EnumerateArray().Any(alternative => !Complaints(alternative, value, at).Any()) ? [] : [$"{at}: fits no alternative"];
        }

        var form = FormComplaint(schema, value);
        return form is not null ? [$"{at}: {form}"] : value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("type", out _) => OfObject(schema, value, at),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((item, i) => Complaints(items, item, $"{at}/{i}")),
            JsonValueKind.String when schema.TryGetProperty("contentSchema", out var line) => OfLines(line, value.GetString()!, at),
            _ => [],
        };
    }

    private IEnumerable<string> OfLines(JsonElement schema, string text, string at)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany((line, i) => Complaints(schema, JsonDocument.Parse(line).RootElement, $"{at}/{i}"));

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.TryGetProperty("properties", out var described) ? described : default;
        var more = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        var missing = Required(schema).Where(name => !value.TryGetProperty(name, out _) && !(isRequest && IsAnswered(properties.GetProperty(name))))
            .Select(name => $"{at}: {name} is missing");
        return missing.Concat(value.EnumerateObject().SelectMany(member =>
            properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out var one) ? Complaints(one, member.Value, $"{at}/{member.Name}")
                : more.ValueKind == JsonValueKind.Object ? Complaints(more, member.Value, $"{at}/{member.Name}")
                : more.ValueKind == JsonValueKind.True ? []
                : [$"{at}: {member.Name} is not described"]));
    }

    private static string? FormComplaint(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("type", out var type) && !TypesOf(type).Any(name => Fits(name!, value)))
        {
            return $"{value.ValueKind} is not {type}";
        }

        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            return $"{value} is none of {values}";
        }

        var isRight = value.ValueKind != JsonValueKind.String || !schema.TryGetProperty("format", out var format) || format.GetString() switch
        {
            "uuid" => value.TryGetGuid(out _),
            "date-time" => value.TryGetDateTimeOffset(out _),
            _ => false,
        };
        return isRight ? null : $"{value} has not the format";
    }

    private static IEnumerable<string?> TypesOf(JsonElement type)
        => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static name => name.GetString()) : [type.GetString()];

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    private static IEnumerable<string> Required(JsonElement schema)
        => schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(static name => name.GetString()!) : [];

    private static bool IsAnswered(JsonElement property) => property.TryGetProperty("readOnly", out var only) && only.GetBoolean();
}
