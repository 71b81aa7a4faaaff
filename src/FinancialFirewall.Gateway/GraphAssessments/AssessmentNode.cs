using System.Buffers;
using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>An assessment as resolvers have it: the members of the answer that REST gives, written when the first is asked for.</summary>
/// <param name="answer">The assessment.</param>
/// <param name="policy">The policy version that decided it.</param>
internal sealed class AssessmentNode(AssessmentAnswer answer, CompiledPolicy policy)
{
    // One node can be told to many who ask for different members of it at once.
    private readonly Lazy<JsonElement> members = new(() => Write(answer, policy));
    private readonly Lazy<JsonElement> payment = new(() => WritePayment(answer));

    /// <summary>A member; null where the answer has none, or nothing to say.</summary>
    public object? this[string name] => AnswerMembers.Read(members.Value, name);

    /// <summary>The factors that held.</summary>
    public IEnumerable<JsonElement> RiskFactors => ListOf("riskFactors");

    /// <summary>The reported outcomes, oldest first.</summary>
    public IEnumerable<JsonElement> Outcomes => ListOf("outcomes");

    /// <summary>Everything that happened since the first decision, oldest first.</summary>
    public IEnumerable<JsonElement> FollowUps => ListOf("followUps");

    private IEnumerable<JsonElement> ListOf(string name) => members.Value.TryGetProperty(name, out var list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>The payment, with the members that it has.</summary>
    public JsonElement Payment => payment.Value;

    private static JsonElement WritePayment(AssessmentAnswer answer)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            PaymentWriter.WriteMembers(json, new AssessmentRecord(answer.Record.Span).Payment);
            json.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    private static JsonElement Write(AssessmentAnswer answer, CompiledPolicy policy)
    {
        var output = new ArrayBufferWriter<byte>(2048);
        AnswerRenderer.Write(output, answer, policy, AnswerDetail.Full);
        return JsonElement.Parse(output.WrittenSpan);
    }
}
