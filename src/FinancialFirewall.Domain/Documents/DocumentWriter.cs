using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Writes members of JSON objects; what is null is left out.</summary>
internal sealed class DocumentWriter(Utf8JsonWriter json, DocumentForm form)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>The writer underneath.</summary>
    internal Utf8JsonWriter Json { get; } = json;

    /// <summary>For whom it is written.</summary>
    internal DocumentForm Form { get; } = form;

    /// <summary>A whole document: indented by two, lines ended by a line feed.</summary>
    internal static byte[] Write(DocumentForm form, Action<DocumentWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(new DocumentWriter(json, form));
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Whether to write a member that may have been left to its default.</summary>
    internal bool Shows(bool isDefault, StatedMembers stated, StatedMembers flag) => Form == DocumentForm.Answer || !isDefault || stated.HasFlag(flag);

    internal void Text(string name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }

    internal void Truth(string name, bool? value)
    {
        if (value is { } truth)
        {
            Json.WriteBoolean(name, truth);
        }
    }

    internal void Whole(string name, long? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }

    internal void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }

    internal void Score(string name, Score? value) => Number(name, value is { } score ? DecimalValue.Normal(score.ToDecimal()) : null);

    internal void Time(string name, Instant? value) => Text(name, value?.ToString());

    internal void Choice<T>(string name, T? value)
        where T : struct, Enum
        => Text(name, value is { } choice ? EnumNames<T>.Of(choice) : null);

    internal void Texts(string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        Json.WriteStartArray(name);
        foreach (var value in values)
        {
            Json.WriteStringValue(value);
        }

        Json.WriteEndArray();
    }

    /// <summary>An object inside this one.</summary>
    internal void Child<T>(string name, T? value, Action<DocumentWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            Json.WriteStartObject(name);
            write(this, value);
            Json.WriteEndObject();
        }
    }

    /// <summary>A list of objects.</summary>
    internal void Objects<T>(string name, IReadOnlyList<T>? values, Action<DocumentWriter, T> write)
    {
        if (values is null)
        {
            return;
        }

        Json.WriteStartArray(name);
        foreach (var value in values)
        {
            Json.WriteStartObject();
            write(this, value);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }
}
