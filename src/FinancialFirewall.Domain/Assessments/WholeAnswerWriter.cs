using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// Writes whole answers: every member, always in the same order, null where there is nothing to say; what happened since, where anything has; and <c>erased</c>, where the payment's person is forgotten. Same record, same policy, same
/// follow-ups: same bytes.
/// </summary>
public static class WholeAnswerWriter
{
    private const int MicrosecondsPerMillisecond = 1_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a whole answer as one JSON object, without a line end.</summary>
    /// <param name="output">Takes the UTF-8.</param>
    /// <param name="record">The assessment.</param>
    /// <param name="policy">The policy of the record's version.</param>
    /// <param name="state">What else there is to say.</param>
    /// <exception cref="ArgumentException"><paramref name="policy"/> is of another version than the record's.</exception>
    public static void Write(IBufferWriter<byte> output, AssessmentRecord record, CompiledPolicy policy, AnswerState state = default)
    {
        using var json = new Utf8JsonWriter(output, Options);
        Write(json, record, policy, state);
    }

    /// <summary>Writes a whole answer as one JSON object.</summary>
    /// <param name="json">Takes the object.</param>
    /// <param name="record">The assessment.</param>
    /// <param name="policy">The policy of the record's version.</param>
    /// <param name="state">What else there is to say.</param>
    /// <exception cref="ArgumentException"><paramref name="policy"/> is of another version than the record's.</exception>
    public static void Write(Utf8JsonWriter json, AssessmentRecord record, CompiledPolicy policy, AnswerState state = default)
    {
        using var explanation = new Explanation(record, policy);
        json.WriteStartObject();
        WriteIdentity(json, record, policy, state);
        WriteDecision(json, explanation, state);
        WriteRiskFactors(json, explanation);
        WriteOrigin(json, explanation);
        WriteCourse(json, record, explanation, state);
        WriteContext(json, record.Payment, explanation);
        StandingWriter.Write(json, state.Standing);
        WriteErasure(json, record.Payment);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, AssessmentRecord record, CompiledPolicy policy, AnswerState state)
    {
        var id = AssessmentId.Of(policy.Tenant, record.Partition, record.Sequence, record.AssessedAt).ToGuid();
        json.WriteString("id"u8, id);
        json.WriteString("assessmentId"u8, id);
        json.WriteString("transactionReference"u8, record.Payment.Text(PaymentMember.TransactionReference));
        json.WriteString("tenantId"u8, policy.Tenant.Name);
        json.WriteString("status"u8, state.Standing is { IsCancelled: true } ? "CANCELLED"u8 : "COMPLETED"u8);
    }

    private static void WriteDecision(Utf8JsonWriter json, Explanation explanation, AnswerState state)
    {
        var outcome = explanation.Outcome;
        WriteScore(json, "riskScore"u8, outcome.Score);
        json.WriteString("riskLevel"u8, AnswerWords.Of(outcome.Level));
        json.WriteString("decision"u8, AnswerWords.Of(state.DecisionNow ?? outcome.Decision));
        json.WriteString("initialDecision"u8, AnswerWords.Of(outcome.Decision));
        json.WriteString("decisionReason"u8, DecisionReasons.ReasonOf(explanation));
    }

    private static void WriteRiskFactors(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartArray("riskFactors"u8);
        foreach (var factor in explanation.RiskFactors)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, factor.Name);
            WriteScore(json, "weight"u8, factor.Weight);
            WriteScore(json, "share"u8, factor.Share);
            json.WriteStartObject("observed"u8);
            foreach (var value in factor.Observed)
            {
                value.Write(json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOrigin(Utf8JsonWriter json, Explanation explanation)
    {
        var outcome = explanation.Outcome;
        if (explanation.Configuration is { } configuration)
        {
            json.WriteString("configurationId"u8, configuration.Source.Id);
        }
        else
        {
            json.WriteNull("configurationId"u8);
        }

        json.WriteNumber("policyVersion"u8, explanation.Policy.Version);
        json.WriteString("policyHash"u8, explanation.Policy.Hash);
        json.WriteNull("externalApiUsed"u8);
        json.WriteBoolean("degraded"u8, outcome.IsDegraded);
        json.WriteBoolean("fraudCheckEnabled"u8, outcome.Flags.HasFlag(OutcomeFlags.FraudCheckEnabled));
    }

    private static void WriteCourse(Utf8JsonWriter json, AssessmentRecord record, Explanation explanation, AnswerState state)
    {
        var assessedAt = record.AssessedAt;
        json.WriteNumber("processingTimeMs"u8, record.ProcessingMicroseconds / MicrosecondsPerMillisecond);
        json.WriteNull("externalApiResponseTimeMs"u8);
        WriteTime(json, "assessedAt"u8, assessedAt);
        WriteTime(json, "expiresAt"u8, state.Standing?.Closing is null ? ExpiryOf(assessedAt, explanation) : null);
        json.WriteNumber("retryCount"u8, state.Standing?.Retries ?? 0);
        json.WriteString("errorMessage"u8, DecisionReasons.ErrorOf(explanation));
        json.WriteBoolean("duplicate"u8, state.IsDuplicate);
        WriteTime(json, "createdAt"u8, assessedAt);
        WriteTime(json, "updatedAt"u8, state.Standing is { All: [.., var latest] } ? latest.At : assessedAt);
    }

    private static void WriteContext(Utf8JsonWriter json, PackedPayment payment, Explanation explanation)
    {
        WriteText(json, "paymentType"u8, payment, PaymentMember.PaymentType);
        WriteText(json, "localInstrumentationCode"u8, payment, PaymentMember.LocalInstrumentationCode);
        WriteText(json, "clearingSystemCode"u8, payment, PaymentMember.ClearingSystemCode);
        json.WriteString("paymentSource"u8, EnumNames<PaymentSource>.Of(payment.Source));
        json.WriteString("riskAssessmentType"u8, explanation.Configuration is { } one ? EnumNames<RiskAssessmentType>.Of(one.Source.RiskAssessmentType) : null);
    }

    /// <summary>Until when a payment that is not final waits: only those that a person or the engine still has to decide expire.</summary>
    private static Instant? ExpiryOf(Instant assessedAt, Explanation explanation)
        => explanation.Outcome.Decision is Decision.ManualReview or Decision.Hold or Decision.Escalate
            && explanation.Configuration?.Source.TimeoutConfig?.TimeoutMinutes is { } minutes
            ? assessedAt.Plus(TimeSpan.FromMinutes(minutes))
            : null;

    /// <summary>Only an answer whose person is forgotten has these members.</summary>
    private static void WriteErasure(Utf8JsonWriter json, PackedPayment payment)
    {
        if (payment.ErasedAt is { } at)
        {
            json.WriteBoolean("erased"u8, value: true);
            WriteTime(json, "erasedAt"u8, at);
        }
    }

    private static void WriteScore(Utf8JsonWriter json, ReadOnlySpan<byte> name, Score score)
    {
        Span<byte> digits = stackalloc byte[6];
        json.WritePropertyName(name);
        json.WriteRawValue(digits[..AnswerWriter.WriteScore(score, digits)]);
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant? time)
    {
        if (time is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[Rfc3339.MaximumLength];
        json.WriteString(name, text[..Rfc3339.Format(known, text)]);
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, PackedPayment payment, PaymentMember member)
    {
        if (payment.Has(member))
        {
            json.WriteString(name, payment.Text(member));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
