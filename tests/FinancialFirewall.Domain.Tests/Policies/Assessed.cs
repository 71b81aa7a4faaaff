using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Policies;

/// <summary>A decided payment, as a client sees it.</summary>
internal sealed class Assessed(byte[] record, Outcome outcome, CompiledPolicy policy)
{
    public byte[] Record => record;

    public Outcome Outcome => outcome;

    public Decision Decision => outcome.Decision;

    public decimal Score => outcome.Score.ToDecimal();

    /// <summary>The names of the factors that hold, in order, by commas.</summary>
    public string Factors => string.Join(',', Whole()["riskFactors"]!.AsArray().Select(static factor => (string)factor!["name"]!));

    public string Reason => (string)Whole()["decisionReason"]!;

    public JsonObject Whole(AnswerState state = default) => JsonNode.Parse(WholeText(state))!.AsObject();

    public string WholeText(AnswerState state = default)
    {
        var output = new ArrayBufferWriter<byte>();
        WholeAnswerWriter.Write(output, new AssessmentRecord(record), policy, state);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public string BriefText(AnswerState state = default)
    {
        var output = new ArrayBufferWriter<byte>();
        AnswerWriter.WriteBrief(output, new AssessmentRecord(record), policy, state);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
