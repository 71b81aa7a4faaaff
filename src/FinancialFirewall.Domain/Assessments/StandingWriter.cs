using System.Text.Json;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>Writes the members of a whole answer that say what happened since the first decision: none where nothing has.</summary>
internal static class StandingWriter
{
    /// <summary>Who reviewed it, when and why; who has it; the outcomes; and everything in its order.</summary>
    public static void Write(Utf8JsonWriter json, AssessmentStanding? standing)
    {
        if (standing is null || standing.All.Count == 0)
        {
            return;
        }

        json.WriteString("reviewedBy"u8, standing.Latest?.By);
        json.WriteString("reviewedAt"u8, standing.Latest?.At.ToString());
        json.WriteString("reviewReason"u8, standing.Latest?.Text);
        json.WriteStartArray("outcomes"u8);
        foreach (var outcome in standing.Outcomes)
        {
            json.WriteStartObject();
            json.WriteString("outcome"u8, EnumNames<ReportedOutcome>.Of(outcome.Outcome!.Value));
            json.WriteString("at"u8, outcome.Moment.ToString());
            json.WriteString("note"u8, NullIfEmpty(outcome.Text));
            json.WriteString("reportedBy"u8, outcome.By);
            json.WriteString("reportedAt"u8, outcome.At.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("followUps"u8);
        foreach (var followUp in standing.All)
        {
            Write(json, followUp);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FollowUp followUp)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, EnumNames<FollowUpKind>.Of(followUp.Kind));
        json.WriteString("by"u8, followUp.By);
        json.WriteString("at"u8, followUp.At.ToString());
        json.WriteString("text"u8, NullIfEmpty(followUp.Text));
        if (followUp.Decision is { } decision)
        {
            json.WriteString("decision"u8, AnswerWords.Of(decision));
        }

        switch (followUp.Kind)
        {
            case FollowUpKind.OutcomeReported:
                json.WriteString("outcome"u8, EnumNames<ReportedOutcome>.Of(followUp.Outcome!.Value));
                break;
            case FollowUpKind.Claimed:
                json.WriteString("assignee"u8, followUp.Assignee);
                json.WriteString("until"u8, followUp.Moment.ToString());
                break;
            case FollowUpKind.Retried:
                WriteRetry(json, followUp);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteRetry(Utf8JsonWriter json, FollowUp followUp)
    {
        Span<byte> digits = stackalloc byte[6];
        json.WritePropertyName("riskScore"u8);
        json.WriteRawValue(digits[..AnswerWriter.WriteScore(followUp.Score, digits)]);
        json.WriteString("riskLevel"u8, AnswerWords.Of(followUp.Level!.Value));
        json.WriteNumber("policyVersion"u8, followUp.PolicyVersion);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
