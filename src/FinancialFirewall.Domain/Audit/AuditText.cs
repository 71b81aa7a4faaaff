using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinancialFirewall.Domain.Audit;

/// <summary>
/// The canonical form of an entry: one line of JSON whose members stand in one order, which its hash is over. Once written it is kept byte for byte and never
/// written anew.
/// </summary>
public static class AuditText
{
    /// <summary>The longest document before or after a change, in bytes; of a longer one its length and SHA-256 are kept.</summary>
    public const int MaximumDocumentBytes = 4 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an entry.</summary>
    public static byte[] Write(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            Write(json, entry);
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        var (actor, note) = (entry.Actor, entry.Note);
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", entry.At.ToString());
        json.WriteStartObject("actor");
        json.WriteString("kind", actor.Kind);
        Write(json, "id", actor.Id);
        Write(json, "tenantId", actor.Tenant);
        Write(json, "source", actor.Source);
        Write(json, "keyId", actor.KeyId);
        json.WriteEndObject();
        json.WriteString("action", note.Action);
        Write(json, "target", note.Target);
        json.WriteString("outcome", note.Refusal.Length == 0 ? "DONE" : "REFUSED");
        Write(json, "refusal", note.Refusal);
        Write(json, "remark", note.Remark);
        if (note.Suppressed > 0)
        {
            json.WriteNumber("suppressed", note.Suppressed);
        }

        Write(json, "securityEvent", note.SecurityEvent);
        Write(json, "before", note.Before);
        Write(json, "after", note.After);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text.Length <= AuditNote.MaximumTextLength ? text : text[..AuditNote.MaximumTextLength]);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> document)
    {
        if (document.IsEmpty)
        {
            return;
        }

        json.WritePropertyName(name);
        if (document.Length <= MaximumDocumentBytes)
        {
            using var parsed = JsonDocument.Parse(document);
            parsed.RootElement.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        json.WriteString("omitted", string.Create(CultureInfo.InvariantCulture, $"{document.Length} bytes"));
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(document.Span)));
        json.WriteEndObject();
    }
}
