using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A policy that is tried, with the lists, toggles and rates that were in force when a payment was decided.</summary>
internal sealed class PolicyThen(ChosenPolicy chosen, PolicyAsOf asOf, PolicyCatalog catalog)
{
    /// <summary>How many are kept: payments come in the order of their times, and partitions change over to a version one after the other.</summary>
    private const int MaximumKept = 8;

    private readonly Queue<(int Version, CompiledPolicy Policy)> kept = new();
    private (int Version, CompiledPolicy Policy) latest = (0, chosen.Compiled);

    private TenantId Tenant => chosen.Compiled.Tenant;

    /// <summary>The policy among the circumstances of a version.</summary>
    /// <param name="decidedBy">The version that decided the payment.</param>
    public async ValueTask<CompiledPolicy> GetAsync(CompiledPolicy decidedBy)
    {
        if (asOf == PolicyAsOf.Policy || latest.Version == decidedBy.Version)
        {
            return latest.Policy;
        }

        var found = kept.FirstOrDefault(one => one.Version == decidedBy.Version);
        latest = found.Policy is null ? await CompileAsync(decidedBy) : found;
        return latest.Policy;
    }

    private async ValueTask<(int Version, CompiledPolicy Policy)> CompileAsync(CompiledPolicy decidedBy)
    {
        var document = PolicyInTime.Of(chosen.Baseline, chosen.Compiled.Document, decidedBy.Document);
        var stored = StoredPolicy.Unpublished(chosen.Compiled.Version, chosen.Compiled.TenantSince.UnixMicroseconds);
        var compiled = await catalog.CompileAsync(Tenant, stored, document, near: latest.Policy);
        if (!compiled.IsSuccess)
        {
            throw new InvalidOperationException($"What was in force as version {decidedBy.Version} of '{Tenant}' does not go with the policy that is tried: {compiled.Errors[0].Message}");
        }

        kept.Enqueue((decidedBy.Version, compiled.Value));
        if (kept.Count > MaximumKept)
        {
            kept.Dequeue();
        }

        return (decidedBy.Version, compiled.Value);
    }
}
