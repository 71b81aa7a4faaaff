using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Policies;

/// <summary>What a look at one configuration found, without publishing it.</summary>
/// <param name="Errors">Everything for which it would be refused, with JSON pointers into the configuration, and in conditions with line and column.</param>
/// <param name="Warnings">What is allowed and surely not meant; none are looked for where there are errors.</param>
public sealed record ConfigurationFindings(IReadOnlyList<Error> Errors, IReadOnlyList<PolicyWarning> Warnings)
{
    /// <summary>Whether it could become a part of the policy, as far as it can be seen without compiling it.</summary>
    public bool IsValid => Errors.Count == 0;
}
