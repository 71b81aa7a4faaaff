using System.Text.Json;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Thresholds of which some are others.</summary>
public static class ThresholdChange
{
    /// <summary>The longest document of changes, in bytes.</summary>
    public const int MaximumLength = 4 * 1024;

    /// <summary>Puts members in place of those that are there.</summary>
    /// <param name="present">The thresholds that are there; null where there are none, so that each has its default.</param>
    /// <param name="changes">A JSON object with members of <c>thresholds</c>. Null takes a member away, and its default holds; of <c>levels</c> too, each level is a member of its own.</param>
    /// <returns>The thresholds; or everything that is wrong with them, by JSON pointers into them.</returns>
    public static Result<Thresholds> Apply(Thresholds? present, ReadOnlySpan<byte> changes)
    {
        var parsed = DocumentText.Parse(changes, MaximumLength);
        if (!parsed.IsSuccess)
        {
            return Result.Failure<Thresholds>(parsed.Errors);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        if (DocumentObject.Open(json.RootElement, "", errors) is null || !errors.IsEmpty)
        {
            return errors.Outcome<Thresholds>(null);
        }

        var members = Write(present);
        Put(members, json.RootElement);
        using var merged = JsonDocument.Parse(members.ToJsonString());
        return errors.Outcome(ThresholdsDocument.Read(DocumentObject.Open(merged.RootElement, "", errors)!));
    }

    private static JsonObject Write(Thresholds? present)
        => JsonNode.Parse(DocumentWriter.Write(DocumentForm.File, writer =>
        {
            writer.Json.WriteStartObject();
            ThresholdsDocument.Write(writer, present ?? new Thresholds());
            writer.Json.WriteEndObject();
        }))!.AsObject();

    private static void Put(JsonObject members, JsonElement changes)
    {
        foreach (var change in changes.EnumerateObject())
        {
            if (change.Value.ValueKind == JsonValueKind.Object && members[change.Name] is JsonObject inner)
            {
                Put(inner, change.Value);
                continue;
            }

            // A level is spelled in small letters or as the value that it names: it is one member all the same.
            foreach (var same in members.Select(static member => member.Key).Where(name => name.Equals(change.Name, StringComparison.OrdinalIgnoreCase)).ToList())
            {
                members.Remove(same);
            }

            if (change.Value.ValueKind != JsonValueKind.Null)
            {
                members[change.Name] = JsonNode.Parse(change.Value.GetRawText());
            }
        }
    }
}
