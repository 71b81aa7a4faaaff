using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Server.Errors;
using GraphQL.Server.Types;

namespace GraphQL.Server.Execution;

/// <summary>Writes answers as JSON: errors first, then data in the order of the selections.</summary>
public static class ExecutionResultWriter
{
    /// <summary>How JSON is written.</summary>
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an answer in UTF-8.</summary>
    public static void Write(ExecutionResult result, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        Write(result, writer);
    }

    /// <summary>The same answer, written once for all who are given it.</summary>
    internal static ExecutionResult Encode(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        Write(result, buffer);
        return new ExecutionResult { Errors = result.Errors, HasData = result.HasData, Data = result.Data, Encoded = buffer.WrittenSpan.ToArray() };
    }

    /// <summary>The answer as a text.</summary>
    public static string ToJson(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(result, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void Write(ExecutionResult result, Utf8JsonWriter writer)
    {
        if (result.Encoded is { } encoded)
        {
            writer.WriteRawValue(encoded, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        if (result.Errors.Count > 0)
        {
            writer.WritePropertyName("errors"u8);
            WriteErrors(result.Errors, writer);
        }

        if (result.HasData)
        {
            writer.WritePropertyName("data"u8);
            WriteValue(result.Data, writer);
        }

        writer.WriteEndObject();
    }

    internal static void WriteErrors(IReadOnlyList<GraphQLError> errors, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            WriteError(error, writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteError(GraphQLError error, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is not null)
        {
            writer.WriteStartArray("path"u8);
            foreach (var key in error.Path)
            {
                WriteValue(key, writer);
            }

            writer.WriteEndArray();
        }

        if (error.Extensions is not null)
        {
            writer.WritePropertyName("extensions"u8);
            JsonSerializer.Serialize(writer, error.Extensions, JsonEscapes.Relaxed);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case ObjectNode node:
                writer.WriteStartObject();
                for (var i = 0; i < node.Fields.Length; i++)
                {
                    writer.WritePropertyName(node.Fields[i].EncodedName);
                    WriteValue(node.Values[i], writer);
                }

                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Values)
                {
                    WriteValue(item, writer);
                }

                writer.WriteEndArray();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(writer, value, JsonEscapes.Relaxed);
                break;
        }
    }
}
