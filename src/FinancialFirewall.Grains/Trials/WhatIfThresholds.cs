using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Puts other thresholds in place of those by which a payment is decided.</summary>
public sealed class WhatIfThresholds(PolicyStore store, PolicyCatalog catalog)
{
    /// <summary>The policy with other thresholds in the configuration that applies to a payment.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="payment">The packed payment.</param>
    /// <param name="thresholds">The members that are to be others, as UTF-8 JSON (<see cref="ThresholdChange"/>).</param>
    /// <returns>The policy, compiled as the version after the one in force; or <c>CONFIGURATION_MISSING</c>, or everything that is wrong with the thresholds.</returns>
    internal async Task<Result<CompiledPolicy>> ChangeAsync(CompiledPolicy policy, ReadOnlyMemory<byte> payment, ReadOnlyMemory<byte> thresholds)
    {
        var configurations = policy.Document.Configurations.ToList();
        var place = new ConfigurationTable(configurations).Find(new PackedPayment(payment.Span));
        if (place < 0)
        {
            return TrialErrors.NoConfiguration;
        }

        var changed = ThresholdChange.Apply(configurations[place].Thresholds, thresholds.Span);
        if (!changed.IsSuccess)
        {
            return Result.Failure<CompiledPolicy>([.. changed.Errors.Select(static error => error with { Member = "thresholds" + error.Member })]);
        }

        configurations[place] = configurations[place] with { Thresholds = changed.Value };
        var next = (await store.GetCommittedVersionAsync(policy.Tenant) ?? 0) + 1;
        var stored = StoredPolicy.Unpublished(next, policy.TenantSince.UnixMicroseconds);
        return await catalog.CompileAsync(policy.Tenant, stored, policy.Document with { Configurations = configurations }, near: policy);
    }
}
