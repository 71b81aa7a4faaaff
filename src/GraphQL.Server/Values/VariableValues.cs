using System.Text.Json;

namespace GraphQL.Server.Values;

/// <summary>The variables of a request, coerced; those without a value and a default are not in it.</summary>
internal sealed class VariableValues
{
    public static readonly VariableValues None = new();

    private readonly Dictionary<string, (object? Value, JsonElement? Json)> values = new(StringComparer.Ordinal);

    public void Set(string name, object? value, JsonElement? json) => values[name] = (value, json);

    public bool TryGet(string name, out object? value)
    {
        var found = values.TryGetValue(name, out var entry);
        value = entry.Value;
        return found;
    }

    /// <summary>What was sent for a variable; null where its default stands.</summary>
    public JsonElement? Json(string name) => values.TryGetValue(name, out var entry) ? entry.Json : null;
}
