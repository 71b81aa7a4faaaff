using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Finds what is allowed in a policy and surely not meant.</summary>
internal static class PolicyChecks
{
    /// <summary>The warnings of a policy, in the order of its document.</summary>
    public static IReadOnlyList<PolicyWarning> Check(PolicyDocument document, IReadOnlyList<ReadConfiguration> read)
        =>
        [
            .. ConfigurationChecks.Check(document.Configurations),
            .. read.SelectMany(static (configuration, index) => DecisionChecks.Check(configuration, JsonPointer.Item("/configurations", index))),
            .. ListChecks.Check(document.Lists, read),
        ];
}
