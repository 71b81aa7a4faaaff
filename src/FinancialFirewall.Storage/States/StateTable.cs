using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.States;

/// <summary>Where every state is, and which ETags were given. Hold <see cref="Access"/> while calling.</summary>
internal sealed class StateTable
{
    private readonly Dictionary<TenantId, Dictionary<StateKey, StateSlot>> tenants = [];
    private readonly Dictionary<TenantId, long> etags = [];

    public Lock Access { get; } = new();

    /// <summary>The room that the newest versions of living states take in the log.</summary>
    public long LiveBytes { get; private set; }

    /// <summary>The highest ETag of each tenant.</summary>
    public IReadOnlyDictionary<TenantId, long> ETags => etags;

    public StateSlot? Find(StateKey key) => tenants.TryGetValue(key.Tenant, out var slots) ? slots.GetValueOrDefault(key) : null;

    public long NextETag(TenantId tenant) => etags.GetValueOrDefault(tenant) + 1;

    public void RaiseETag(TenantId tenant, long etag) => etags[tenant] = Math.Max(etag, etags.GetValueOrDefault(tenant));

    public void Append(StateKey key, StateVersion version)
    {
        if (!tenants.TryGetValue(key.Tenant, out var slots))
        {
            tenants.Add(key.Tenant, slots = []);
        }

        if (!slots.TryGetValue(key, out var slot))
        {
            slots.Add(key, slot = new StateSlot());
        }

        LiveBytes += Room(version) - Room(slot.Newest);
        slot.Newest = version;
        RaiseETag(key.Tenant, version.ETag);
    }

    public void Commit(StateKey key, StateVersion version)
    {
        if (Find(key) is { } slot && !(slot.Committed?.ETag > version.ETag))
        {
            slot.Committed = version;
            if (version.IsDeleted && ReferenceEquals(slot.Newest, version))
            {
                tenants[key.Tenant].Remove(key);
            }
        }
    }

    /// <summary>Commits every newest version; a later <see cref="Commit"/> of the same changes nothing.</summary>
    public void CommitAll()
    {
        foreach (var (_, slots) in tenants)
        {
            foreach (var (key, slot) in slots.ToList())
            {
                Commit(key, slot.Newest!);
            }
        }
    }

    /// <summary>The newest versions of a tenant's states that are not deleted.</summary>
    public List<(StateKey Key, StateVersion Version)> Living(TenantId tenant)
    {
        var found = new List<(StateKey, StateVersion)>();
        foreach (var (key, slot) in tenants.GetValueOrDefault(tenant) ?? [])
        {
            if (slot.Newest is { IsDeleted: false } version)
            {
                found.Add((key, version));
            }
        }

        return found;
    }

    public List<StateKey> List(TenantId tenant, string name, string prefix)
    {
        var found = new List<StateKey>();
        foreach (var (key, slot) in tenants.GetValueOrDefault(tenant) ?? [])
        {
            if (slot.Committed is { IsDeleted: false }
                && string.Equals(key.Name, name, StringComparison.Ordinal)
                && key.Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                found.Add(key);
            }
        }

        found.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return found;
    }

    public List<TenantId> Tenants()
    {
        var found = new List<TenantId>();
        foreach (var (tenant, slots) in tenants)
        {
            if (slots.Values.Any(slot => slot.Committed is { IsDeleted: false }))
            {
                found.Add(tenant);
            }
        }

        found.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return found;
    }

    private static int Room(StateVersion? version) => version is { IsDeleted: false } living ? living.Bytes : 0;
}
