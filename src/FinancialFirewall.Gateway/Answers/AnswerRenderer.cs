using System.Buffers;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Gateway.Answers;

/// <summary>Writes kept assessments as answers, each in the words of the policy version that decided it.</summary>
public sealed class AnswerRenderer(PolicyCatalog policies)
{
    /// <summary>The policy version that decided.</summary>
    public ValueTask<CompiledPolicy> GetPolicyAsync(TenantId tenant, AssessmentAnswer answer)
        => policies.GetAsync(tenant, new AssessmentRecord(answer.Record.Span).PolicyVersion);

    /// <summary>Writes one answer.</summary>
    public static void Write(IBufferWriter<byte> output, AssessmentAnswer answer, CompiledPolicy policy, AnswerDetail detail)
    {
        var record = new AssessmentRecord(answer.Record.Span);
        var standing = answer.GetStanding();
        var state = new AnswerState(answer.IsDuplicate, standing?.Decision, standing);
        if (detail == AnswerDetail.Full)
        {
            WholeAnswerWriter.Write(output, record, policy, state);
        }
        else
        {
            AnswerWriter.WriteBrief(output, record, policy, state);
        }
    }
}
