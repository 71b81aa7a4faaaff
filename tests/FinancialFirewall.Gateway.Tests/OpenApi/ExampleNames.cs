using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>
/// What the ids, tokens and secrets of the document's examples are in a run: wherever an example's answer and the real one differ in a text, the one stands for the other from then on. So examples
/// that say the same id are about the same thing.
/// </summary>
internal sealed class ExampleNames
{
    /// <summary>Shorter texts are words, and stand for themselves.</summary>
    private const int ShortestName = 16;

    private readonly Dictionary<string, string> real = new(StringComparer.Ordinal);

    /// <summary>Learns from an example's answer and the real one.</summary>
    public void Learn(JsonElement example, JsonElement answer)
    {
        switch (example.ValueKind, answer.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in example.EnumerateObject())
                {
                    if (answer.TryGetProperty(member.Name, out var same))
                    {
                        Learn(member.Value, same);
                    }
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                foreach (var (one, other) in example.EnumerateArray().Zip(answer.EnumerateArray()))
                {
                    Learn(one, other);
                }

                break;
            case (JsonValueKind.String, JsonValueKind.String) when example.GetString() is { Length: >= ShortestName } text:
                real[text] = answer.GetString()!;
                break;
        }
    }

    /// <summary>A text with the names of this run in it.</summary>
    public string Translate(string text) => text.Length < ShortestName ? text : real.Aggregate(text, static (known, name) => known.Replace(name.Key, name.Value, StringComparison.Ordinal));

    /// <summary>JSON with the names of this run in it.</summary>
    public JsonNode? Translate(JsonNode? json) => json switch
    {
        JsonObject all => new JsonObject(all.Select(member => KeyValuePair.Create(member.Key, Translate(member.Value)))),
        JsonArray all => new JsonArray([.. all.Select(Translate)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Translate(text)),
        _ => json?.DeepClone(),
    };
}
