using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>Writes reports, and what became of them.</summary>
public static class OutcomeWriter
{
    private static readonly JsonSerializerOptions Reports = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A report as it is sent: one JSON object without a line end.</summary>
    public static byte[] Write(OutcomeDocument report) => JsonSerializer.SerializeToUtf8Bytes(report, Reports);

    /// <summary>A report that is kept: <c>{id, transactionReference, outcome, recorded}</c>; it is not recorded where it was before.</summary>
    public static void Write(IBufferWriter<byte> output, OutcomeResult kept)
    {
        using var json = new Utf8JsonWriter(output, ProblemWriter.Options);
        json.WriteStartObject();
        WriteKept(json, kept);
        json.WriteEndObject();
    }

    /// <summary>
    /// One of many, with its line: what is kept as above; what is refused with its errors and with what stands there, so that it can be mended and sent again. Without a line end.
    /// </summary>
    public static void WriteLine(IBufferWriter<byte> output, OutcomeResult result)
    {
        using var json = new Utf8JsonWriter(output, ProblemWriter.Options);
        json.WriteStartObject();
        if (result.Answer is null)
        {
            WriteRefused(json, result);
        }
        else
        {
            json.WriteNumber(ProblemMembers.Line, result.Line.Line);
            WriteKept(json, result);
        }

        json.WriteEndObject();
    }

    private static void WriteKept(Utf8JsonWriter json, OutcomeResult kept)
    {
        var report = kept.Line.Document.Value;
        json.WriteString("id"u8, kept.Answer!.Assessment.ToGuid());
        if (report.TransactionReference is { Length: > 0 } reference)
        {
            json.WriteString(ProblemMembers.TransactionReference, reference);
        }

        json.WriteString("outcome"u8, report.Outcome);
        json.WriteBoolean("recorded"u8, kept.IsNew);
    }

    private static void WriteRefused(Utf8JsonWriter json, OutcomeResult refused)
    {
        var (line, document) = (refused.Line, refused.Line.Document);
        ProblemWriter.WriteLineMembers(json, line.Line, document.IsSuccess ? Encoding.UTF8.GetBytes(document.Value.TransactionReference ?? "") : [], refused.Errors);
        if (document.IsSuccess)
        {
            json.WritePropertyName("report"u8);
            JsonSerializer.Serialize(json, document.Value, Reports);
        }
        else if (line.Source.Length > 0)
        {
            json.WriteString(ProblemMembers.Source, line.Source);
        }
    }
}
