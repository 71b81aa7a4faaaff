using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Policies;

/// <summary>Follows the policy versions of tenants: each from a number on, once every partition decides by it.</summary>
public sealed class PolicyFeed(PolicyStore store)
{
    private readonly Lock gate = new();
    private Task watch = Task.CompletedTask;

    /// <summary>The version by which every partition decides; 0 before the first.</summary>
    public async ValueTask<int> GetHeldAsync(TenantId tenant)
    {
        var pointer = await store.ReadPointerAsync(tenant);

        // While a version is committed and pending, partitions still switch to it.
        return pointer.Pending == pointer.Committed ? Math.Max(0, pointer.Committed - 1) : pointer.Committed;
    }

    /// <summary>Every version from a number on, and then each new one, until nobody wants more.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="first">The number of the first version that is wanted, at least 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<PolicyVersion> ReadAsync(TenantId tenant, int first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (next, before) = (first, first > 1 ? await ReadAsync(tenant, first - 1) : null);
        while (true)
        {
            var moved = Watch();
            for (var held = await GetHeldAsync(tenant); next <= held; next++)
            {
                var version = await ReadAsync(tenant, next);
                yield return new PolicyVersion(next, version.PublishedAt, version.Document, before?.Document);
                before = version;
            }

            await moved.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What all who follow wait for: the next move of any pointer.</summary>
    private Task Watch()
    {
        lock (gate)
        {
            return watch.IsCompleted ? watch = AwaitAsync(store.NextMove) : watch;
        }
    }

    private static async Task AwaitAsync(Task moved) => await moved;

    private async ValueTask<PolicyVersion> ReadAsync(TenantId tenant, int version)
    {
        var stored = await store.ReadAsync(tenant, version) ?? throw new InvalidOperationException($"Tenant '{tenant}' has no policy version {version}.");
        var document = PolicyDocumentReader.Read(stored.Document);
        return document.IsSuccess
            ? new PolicyVersion(version, new Instant(stored.PublishedMicroseconds), document.Value, null)
            : throw new InvalidOperationException($"Policy version {version} of tenant '{tenant}' can no longer be read: {document.Errors[0].Message}");
    }
}
