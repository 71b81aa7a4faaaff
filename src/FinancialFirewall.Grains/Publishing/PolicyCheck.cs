using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>Says everything that is wrong with a policy file before anybody publishes it.</summary>
public sealed class PolicyCheck(PolicyStore store, PolicyCatalog catalog)
{
    /// <summary>Looks at a policy file as publishing it would, and keeps nothing.</summary>
    /// <param name="tenant">For whom it would decide.</param>
    /// <param name="policyFile">The file, UTF-8 JSON; masks stand for the secrets that are in force.</param>
    public async Task<PolicyFindings> CheckAsync(TenantId tenant, ReadOnlyMemory<byte> policyFile)
    {
        var committed = await store.GetCommittedVersionAsync(tenant) ?? 0;
        var present = committed == 0 ? null : PolicyDocumentReader.Read((await store.ReadAsync(tenant, committed))!.Document).Value;
        var read = PolicyValidation.Check(policyFile.Span, present);
        var next = read.IsSuccess ? PolicyLists.Inherit(read.Value, present) : read;
        var compiled = next.IsSuccess
            ? await catalog.CompileAsync(tenant, StoredPolicy.Unpublished(committed + 1, tenantSinceMicroseconds: 0), next.Value)
            : Result.Failure<CompiledPolicy>(next.Errors);
        return compiled.IsSuccess ? new PolicyFindings(compiled.Value.Hash, [], compiled.Value.Warnings) : new PolicyFindings("", compiled.Errors, []);
    }
}
