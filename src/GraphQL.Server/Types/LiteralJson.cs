using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>Literals as JSON, for readers that know no type. The depth of literals is bounded by the parser.</summary>
internal static class LiteralJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a literal; words become texts.</summary>
    public static string Write(ValueSyntax value)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, ValueSyntax value)
    {
        switch (value)
        {
            case StringSyntax text:
                writer.WriteStringValue(text.Value);
                break;
            case EnumSyntax word:
                writer.WriteStringValue(word.Value);
                break;
            case BooleanSyntax boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case IntSyntax number:
                writer.WriteRawValue(number.Text);
                break;
            case FloatSyntax number:
                writer.WriteRawValue(number.Text);
                break;
            case ListSyntax list:
                writer.WriteStartArray();
                Array.ForEach(list.Values, item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case ObjectSyntax members:
                WriteMembers(writer, members);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, ObjectSyntax members)
    {
        writer.WriteStartObject();
        foreach (var member in members.Fields)
        {
            writer.WritePropertyName(member.Name.Value);
            Write(writer, member.Value);
        }

        writer.WriteEndObject();
    }
}
