using System.Collections.Concurrent;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Policies;

/// <summary>The compiled policies of this process: a version is compiled once, however many grains use it.</summary>
public sealed class PolicyCatalog(PolicyStore store)
{
    /// <summary>The most versions that are kept compiled; beyond that the ones compiled first are forgotten and compiled again when needed.</summary>
    public const int MaximumCompiled = 256;

    private readonly ConcurrentDictionary<(TenantId Tenant, int Version), CompiledPolicy> compiled = new();
    private readonly ConcurrentQueue<(TenantId Tenant, int Version)> order = new();
    private readonly ConcurrentDictionary<(TenantId Tenant, int Version), Lazy<Task<CompiledPolicy>>> compiling = new();

    /// <summary>The version in force.</summary>
    /// <exception cref="InvalidOperationException">The tenant has no policy.</exception>
    public async ValueTask<CompiledPolicy> GetCurrentAsync(TenantId tenant)
        => await GetAsync(tenant, await store.GetCommittedVersionAsync(tenant) ?? throw new InvalidOperationException($"Tenant '{tenant}' has no policy."));

    /// <summary>One published version.</summary>
    /// <exception cref="InvalidOperationException">There is no such version, or what is stored of it no longer compiles.</exception>
    public async ValueTask<CompiledPolicy> GetAsync(TenantId tenant, int version)
    {
        if (compiled.TryGetValue((tenant, version), out var policy))
        {
            return policy;
        }

        // After a start, all of a tenant's partitions ask for the same version at once: one compiles, the others wait for it.
        var compilation = compiling.GetOrAdd((tenant, version), key => new Lazy<Task<CompiledPolicy>>(() => CompileAsync(key.Tenant, key.Version)));
        try
        {
            return await compilation.Value;
        }
        finally
        {
            // Only this one: whoever waited for a compilation that failed must not take away the one that somebody else has begun since.
            compiling.TryRemove(KeyValuePair.Create((tenant, version), compilation));
        }
    }

    /// <summary>Takes in a version that was compiled to be checked, once it is stored and its number can belong to no other.</summary>
    internal void Add(TenantId tenant, CompiledPolicy policy) => Keep(tenant, policy);

    /// <summary>Reads and compiles a policy without keeping it.</summary>
    internal static Result<CompiledPolicy> Compile(TenantId tenant, StoredPolicy stored)
    {
        var document = PolicyDocumentReader.Read(stored.Document);
        return document.IsSuccess
            ? PolicyCompiler.Compile(document.Value, stored.Version, tenant, new Instant(stored.TenantSinceMicroseconds))
            : Result.Failure<CompiledPolicy>(document.Errors);
    }

    private async Task<CompiledPolicy> CompileAsync(TenantId tenant, int version)
    {
        if (compiled.TryGetValue((tenant, version), out var present))
        {
            return present;
        }

        var stored = await store.ReadAsync(tenant, version)
            ?? throw new InvalidOperationException($"Tenant '{tenant}' has no policy version {version}.");
        var result = Compile(tenant, stored);
        return result.IsSuccess
            ? Keep(tenant, result.Value)
            : throw new InvalidOperationException($"Policy version {version} of tenant '{tenant}' no longer compiles: {result.Errors[0].Message}");
    }

    private CompiledPolicy Keep(TenantId tenant, CompiledPolicy policy)
    {
        if (!compiled.TryAdd((tenant, policy.Version), policy))
        {
            return compiled.GetValueOrDefault((tenant, policy.Version), policy);
        }

        order.Enqueue((tenant, policy.Version));
        if (order.Count > MaximumCompiled && order.TryDequeue(out var oldest))
        {
            compiled.TryRemove(oldest, out _);
        }

        return policy;
    }
}
