using System.Collections.Concurrent;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Policies;

/// <summary>The compiled policies of this process: a version is compiled once, however many grains use it.</summary>
public sealed class PolicyCatalog(PolicyStore store, ListContents lists)
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

    /// <summary>Compiles a policy without keeping it; what it has in common with the version before is shared.</summary>
    /// <param name="tenant">For whom it decides.</param>
    /// <param name="stored">Its number, and since when the tenant exists.</param>
    /// <param name="document">The policy.</param>
    /// <param name="near">A policy that is much like it; null for the version before.</param>
    internal async ValueTask<Result<CompiledPolicy>> CompileAsync(TenantId tenant, StoredPolicy stored, PolicyDocument document, CompiledPolicy? near = null)
    {
        var previous = near ?? compiled.GetValueOrDefault((tenant, stored.Version - 1));
        var contents = new Dictionary<string, ListContent>(StringComparer.Ordinal);
        foreach (var list in document.Lists)
        {
            if (list.Content is { } hash && await lists.GetAsync(tenant, list.Member, hash, previous?.ContentOf(list.Name)) is { } content)
            {
                contents[hash] = content;
            }
        }

        return PolicyCompiler.Compile(document, stored.Version, tenant, new Instant(stored.TenantSinceMicroseconds), contents, previous);
    }

    private async Task<CompiledPolicy> CompileAsync(TenantId tenant, int version)
    {
        if (compiled.TryGetValue((tenant, version), out var present))
        {
            return present;
        }

        var stored = await store.ReadAsync(tenant, version)
            ?? throw new InvalidOperationException($"Tenant '{tenant}' has no policy version {version}.");
        var document = PolicyDocumentReader.Read(stored.Document);
        var result = document.IsSuccess ? await CompileAsync(tenant, stored, document.Value) : Result.Failure<CompiledPolicy>(document.Errors);
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
