using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Assessments;

/// <summary>
/// Makes a payment of what <c>/detect_fraud</c> is sent: any members of a payment, or <c>account_id</c>, <c>amount</c>, <c>currency</c> and
/// <c>signature</c>.
/// </summary>
internal static class DetectFraudBody
{
    private const string AccountId = "account_id";
    private const string Signature = "signature";
    private const int MaximumDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The payment as JSON; or why the body is no JSON object.</summary>
    public static Result<ReadOnlyMemory<byte>> ToPayment(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Translate(document.RootElement) : NotAnObject();
        }
        catch (JsonException exception)
        {
            return new Error(ErrorKind.Malformed, "JSON_MALFORMED", "", "", $"The body is not one JSON object: {exception.Message}");
        }
    }

    private static ReadOnlyMemory<byte> Translate(JsonElement root)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        writer.WriteStartObject();
        foreach (var member in root.EnumerateObject().Where(static member => !member.NameEquals(Signature)))
        {
            writer.WritePropertyName(member.NameEquals(AccountId) ? "fromAccountNumber" : member.Name);
            WriteValue(writer, member);
        }

        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenMemory;
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonProperty member)
    {
        if (member.NameEquals(AccountId) && member.Value.ValueKind == JsonValueKind.Number)
        {
            writer.WriteStringValue(member.Value.GetRawText());
        }
        else
        {
            member.Value.WriteTo(writer);
        }
    }

    private static Error NotAnObject() => new(ErrorKind.Malformed, "JSON_MALFORMED", "", "", "The body is not one JSON object.");
}
