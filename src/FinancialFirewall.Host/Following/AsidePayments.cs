using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Storage.Replication;

namespace FinancialFirewall.Host.Following;

/// <summary>Writes payments that were put aside as NDJSON.</summary>
internal sealed class AsidePayments(Stream output) : IAsyncDisposable
{
    private const int BytesBetweenFlushes = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly BufferedStream buffer = new(output, BytesBetweenFlushes);

    /// <summary>Writes one assessment as a line.</summary>
    public ValueTask WriteAsync(AsideTail tail, AsideRecord kept)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var record = new AssessmentRecord(kept.Bytes.Span);
            json.WriteStartObject();
            json.WriteString("aside"u8, tail.Name);
            json.WriteString("tenantId"u8, kept.Tenant.Name);
            json.WriteString("assessmentId"u8, AssessmentId.Of(kept.Tenant, record.Partition, record.Sequence, record.AssessedAt).ToGuid());
            json.WriteString("assessedAt"u8, record.AssessedAt.ToString());
            json.WriteString("decision"u8, AnswerNames.Of(record.Decision));
            json.WriteStartObject("payment"u8);
            PaymentWriter.WriteSentMembers(json, record.Payment);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => buffer.DisposeAsync();
}
