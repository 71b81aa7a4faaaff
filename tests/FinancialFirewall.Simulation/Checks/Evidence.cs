using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>What one tenant's clients heard, and what is kept of it in the end.</summary>
internal sealed record Evidence
{
    public required int Tenant { get; init; }

    public required FaultKinds Kinds { get; init; }

    public required History History { get; init; }

    /// <summary>The journal, by partition and sequence.</summary>
    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    /// <summary>What is answered in the end when a reference is asked for.</summary>
    public required IReadOnlyDictionary<string, Answer> Answers { get; init; }

    /// <summary>The policy versions that were ever in force.</summary>
    public required IReadOnlyDictionary<int, CompiledPolicy> Policies { get; init; }

    /// <summary>When the tenant was created.</summary>
    public required Instant TenantSince { get; init; }

    /// <summary>The drafts that there are.</summary>
    public required IReadOnlySet<string> Drafts { get; init; }

    public IEnumerable<FollowUpAct> FollowUps => History.FollowUps.Where(act => act.Tenant == Tenant);

    public IEnumerable<Attempt> Attempts => History.Attempts.Where(attempt => attempt.Payment.Tenant == Tenant);

    /// <summary>The assessments, by partition and sequence.</summary>
    public IEnumerable<JournalEntry> Assessments => Journal.Where(static entry => !entry.IsRelease && !entry.IsFollowUp);
}
