using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>Which records somebody wants to hear of: everything that is given holds at once; a list that is empty lets all through.</summary>
/// <param name="Levels">The risk levels.</param>
/// <param name="Decisions">The decisions.</param>
internal sealed record EventFilter(IReadOnlyList<RiskLevel> Levels, IReadOnlyList<Decision> Decisions)
{
    /// <summary>The hash of the debtor account; null for any.</summary>
    public ulong? Account { get; init; }

    /// <summary>The configuration that applied; null for any.</summary>
    public Guid? Configuration { get; init; }

    /// <summary>The name of a factor that held; null for any.</summary>
    public string? Factor { get; init; }

    /// <summary>Whether the record alone does not say: it names configurations and factors by their places in the policy that decided.</summary>
    public bool NeedsPolicy => Configuration is not null || Factor is not null;

    /// <summary>Whether a record is an assessment that fits, as far as the record itself says.</summary>
    /// <param name="bytes">The record.</param>
    /// <param name="policyVersion">The policy version that decided it.</param>
    public bool Matches(ReadOnlySpan<byte> bytes, out int policyVersion)
    {
        policyVersion = 0;
        if (new RecordHeader(bytes).Kind != RecordKind.Assessment)
        {
            return false;
        }

        var record = new AssessmentRecord(bytes);
        policyVersion = record.PolicyVersion;
        return (Levels.Count == 0 || Levels.Contains(record.Level))
            && (Decisions.Count == 0 || Decisions.Contains(record.Decision))
            && (Account is null || Account == record.Payment.AccountHash);
    }

    /// <summary>Whether an assessment fits, as far as the policy that decided it says.</summary>
    public bool Matches(ReadOnlySpan<byte> bytes, CompiledPolicy policy)
    {
        var record = new AssessmentRecord(bytes);
        var place = record.ConfigurationIndex;
        return place >= 0
            && (Configuration is null || policy.ConfigurationAt(place).Id == Configuration)
            && (Factor is null || HasFactor(record, policy));
    }

    private bool HasFactor(AssessmentRecord record, CompiledPolicy policy)
    {
        var factors = policy.FactorsAt(record.ConfigurationIndex);
        for (var i = 0; i < factors.Count; i++)
        {
            if (string.Equals(factors[i].Name, Factor, StringComparison.Ordinal))
            {
                return record.Held.Contains(i);
            }
        }

        return false;
    }
}
