using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Policies;

/// <summary>What a look at a policy file found, without publishing it.</summary>
/// <param name="Hash">What it would decide by (<see cref="CompiledPolicy.Hash"/>); empty where it has errors.</param>
/// <param name="Errors">Everything for which it would be refused, with JSON pointers, and in conditions with line and column.</param>
/// <param name="Warnings">What is allowed and surely not meant; none are looked for where there are errors.</param>
public sealed record PolicyFindings(string Hash, IReadOnlyList<Error> Errors, IReadOnlyList<PolicyWarning> Warnings)
{
    /// <summary>Whether it could be published.</summary>
    public bool IsValid => Errors.Count == 0;
}
