using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>A stored payment with other members.</summary>
internal static class ChangedPayment
{
    private const string Reference = "transactionReference";
    private const string InitiatedAt = "initiatedAt";

    /// <summary>Reads the payment as if it came so. What was derived from a member is derived anew; when it was initiated stays.</summary>
    /// <param name="stored">The packed payment.</param>
    /// <param name="changes">A JSON object with the members that are to be others.</param>
    /// <param name="cards">Makes the tokens of the tenant.</param>
    /// <param name="now">No payment says that it was initiated after this.</param>
    /// <returns>The packed payment; or everything that is wrong with it.</returns>
    public static Result<byte[]> Read(ReadOnlySpan<byte> stored, JsonElement changes, CardTokenizer cards, Instant now)
    {
        var members = Write(new PackedPayment(stored));
        var reference = members[Reference]!.GetValue<string>();
        foreach (var change in changes.EnumerateObject())
        {
            members[change.Name] = change.Value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(change.Value.GetRawText());
            if (members[change.Name] is null)
            {
                members.Remove(change.Name);
            }
        }

        if (members[Reference] is not JsonValue kept || !kept.TryGetValue<string>(out var text) || !string.Equals(text, reference, StringComparison.Ordinal))
        {
            return RequestErrors.MemberInvalid(Reference, members[Reference]?.ToJsonString() ?? "", "as it is: another reference is another payment");
        }

        var packed = new ArrayBufferWriter<byte>(stored.Length);
        var reader = new PaymentReader(new PaymentReaderOptions());
        return reader.TryRead(JsonSerializer.SerializeToUtf8Bytes(members), cards, now, packed, out var refusals)
            ? packed.WrittenSpan.ToArray()
            : Result.Failure<byte[]>(refusals);
    }

    private static JsonObject Write(PackedPayment payment)
    {
        var output = new ArrayBufferWriter<byte>(payment.Bytes.Length * 2);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            PaymentWriter.WriteSentMembers(json, payment);
            json.WriteEndObject();
        }

        var members = JsonNode.Parse(output.WrittenSpan)!.AsObject();
        members[InitiatedAt] = payment.InitiatedAt.ToString();
        return members;
    }
}
