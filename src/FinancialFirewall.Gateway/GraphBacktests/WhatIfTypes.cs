using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Gateway.GraphAssessments;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Trials;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphBacktests;

/// <summary>The fields of what would have been.</summary>
internal static class WhatIfTypes
{
    private static readonly string[] Members =
        ["decision", "decisionReason", "riskScore", "riskLevel", "configurationId", "policyVersion", "policyHash", "degraded", "fraudCheckEnabled"];

    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        map.Type<WhatIfAnswer>("WhatIf", static type => type
            .Field("assessmentId", static answer => IdOf(answer))
            .Field("changed", static answer => answer.IsChanged)
            .Field("before", static answer => new AssessmentNode(new AssessmentAnswer(answer.Before, IsDuplicate: false, Refusal: null), answer.DecidedBy))
            .Field("after", static answer => new AssessmentNode(new AssessmentAnswer(answer.After, IsDuplicate: false, Refusal: null), answer.Policy)));
        map.Type<AssessmentNode>("WhatIfDecision", static type =>
        {
            Array.ForEach(Members, name => type.Field(name, decision => decision[name]));
            type.Field("riskFactors", static decision => decision.RiskFactors);
        });
    }

    private static Guid IdOf(WhatIfAnswer answer)
    {
        var record = new AssessmentRecord(answer.Before.Span);
        return AssessmentId.Of(answer.DecidedBy.Tenant, record.Partition, record.Sequence, record.AssessedAt).ToGuid();
    }
}
