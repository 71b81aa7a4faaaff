using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Writes a column map as <see cref="ColumnMapReader"/> reads it.</summary>
public static class ColumnMapWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The map as indented JSON.</summary>
    public static ReadOnlyMemory<byte> Write(ColumnMap map)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            WriteIf(writer, "delimiter", map.Delimiter?.ToString(), isSaid: map.Delimiter is not null);
            WriteIf(writer, "quote", map.Quote.ToString(), isSaid: map.Quote != CsvDialect.Quote);
            if (!map.HasHeader)
            {
                writer.WriteBoolean("header", value: false);
            }

            writer.WriteStartObject("members");
            foreach (var member in map.Members)
            {
                WriteMember(writer, member);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static void WriteMember(Utf8JsonWriter writer, MappedMember member)
    {
        var first = member.Source[0];
        writer.WritePropertyName(member.Name);
        if (member.Source.Count == 1 && first.IsColumn && member.Format == ValueFormat.Plain)
        {
            writer.WriteStringValue(first.Text);
            return;
        }

        writer.WriteStartObject();
        if (member.Source.Count > 1)
        {
            writer.WriteString("template", SourceTemplate.Format(member.Source));
        }
        else
        {
            writer.WriteString(first.IsColumn ? "column" : "value", first.Text);
        }

        WriteFormat(writer, member.Format);
        writer.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter writer, ValueFormat format)
    {
        WriteIf(writer, "decimal", format.DecimalMark.ToString(), format.DecimalMark != ValueFormat.Plain.DecimalMark);
        WriteIf(writer, "group", format.GroupMark?.ToString(), format.GroupMark is not null);
        WriteIf(writer, "format", format.TimeFormat, format.TimeFormat is not null);
        WriteIf(writer, "zone", format.Zone.Id, format.TimeFormat is not null);
        if (format.ImpliedDecimals > 0)
        {
            writer.WriteNumber("impliedDecimals", format.ImpliedDecimals);
        }

        if (format.Values.Count > 0)
        {
            writer.WriteStartObject("values");
            foreach (var (found, meant) in format.Values)
            {
                writer.WriteString(found, meant);
            }

            writer.WriteEndObject();
        }

        WriteIf(writer, "otherwise", format.Otherwise, format.Otherwise is not null);
    }

    private static void WriteIf(Utf8JsonWriter writer, string name, string? value, bool isSaid)
    {
        if (isSaid)
        {
            writer.WriteString(name, value);
        }
    }
}
