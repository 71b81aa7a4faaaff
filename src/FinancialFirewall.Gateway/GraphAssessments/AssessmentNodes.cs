using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>Makes what resolvers give of what was decided.</summary>
internal sealed class AssessmentNodes(AnswerRenderer renderer)
{
    /// <summary>The assessment, or why there is none.</summary>
    public async ValueTask<object> OfAsync(TenantId tenant, AssessmentAnswer answer)
        => answer.Refusal is { } refusal ? GraphRefusals.Of(refusal) : new AssessmentNode(answer, await renderer.GetPolicyAsync(tenant, answer));

    /// <summary>The assessment of a record that is kept.</summary>
    public async ValueTask<AssessmentNode> OfAsync(TenantId tenant, ReadOnlyMemory<byte> record)
    {
        var answer = new AssessmentAnswer(record, IsDuplicate: false, Refusal: null);
        return new AssessmentNode(answer, await renderer.GetPolicyAsync(tenant, answer));
    }
}
