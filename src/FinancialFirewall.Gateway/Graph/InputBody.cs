using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Time;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Input objects as the JSON bodies that REST takes, so that one reader checks both and says the same of both.</summary>
internal static class InputBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body in UTF-8.</summary>
    /// <param name="input">Its members.</param>
    /// <param name="others">Further members.</param>
    public static byte[] Write(InputObject input, params ReadOnlySpan<(string Name, object? Value)> others)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteMembers(json, input);
            foreach (var (name, value) in others)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case InputObject members:
                json.WriteStartObject();
                WriteMembers(json, members);
                json.WriteEndObject();
                break;
            case object?[] items:
                json.WriteStartArray();
                Array.ForEach(items, item => Write(json, item));
                json.WriteEndArray();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case JsonInput raw:
                json.WriteRawValue(raw.Text);
                break;
            case Instant or Guid or string:
                json.WriteStringValue(value.ToString());
                break;
            default:
                throw new ArgumentException($"An input has no {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, InputObject members)
    {
        foreach (var (name, value) in members.Members)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }
}
