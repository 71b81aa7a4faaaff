using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Privacy;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>
/// Writes everything that is kept of a person as one JSON object: each payment with all of its members, as it was sent, and its whole answer, with what happened since and why.
/// </summary>
public sealed class PersonExport(PersonArchive archive, PolicyCatalog policies, StoredFollowUps followUps, TimeProvider time)
{
    private const int BytesBetweenFlushes = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object, with payments in the order of the segments that they lie in, newest first in each.</summary>
    public async Task<PersonFindings> WriteAsync(TenantId tenant, Person person, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("tenantId"u8, tenant.Name);
        json.WriteString(PaymentMemberTable.Name(person.Member), person.Name.Span);
        json.WriteString("exportedAt"u8, Instant.From(time.GetUtcNow()).ToString());
        json.WriteStartArray("payments"u8);
        var findings = await archive.FindAsync(tenant, person, record => WriteAsync(json, tenant, record, cancellationToken), cancellationToken);
        json.WriteEndArray();
        json.WriteNumber("count"u8, findings.Payments);
        json.WriteNumber("erasedPayments"u8, findings.AlreadyErased);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        return findings;
    }

    private async ValueTask WriteAsync(Utf8JsonWriter json, TenantId tenant, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(tenant, new AssessmentRecord(bytes.Span).PolicyVersion);
        var standing = await followUps.GetStandingAsync(tenant, bytes, cancellationToken);
        json.WriteStartObject();
        json.WritePropertyName("payment"u8);
        json.WriteStartObject();
        PaymentWriter.WriteSentMembers(json, new AssessmentRecord(bytes.Span).Payment);
        json.WriteEndObject();
        json.WritePropertyName("assessment"u8);
        WholeAnswerWriter.Write(json, new AssessmentRecord(bytes.Span), policy, new AnswerState(DecisionNow: standing.Decision, Standing: standing));
        json.WriteEndObject();
        if (json.BytesPending > BytesBetweenFlushes)
        {
            await json.FlushAsync(cancellationToken);
        }
    }
}
