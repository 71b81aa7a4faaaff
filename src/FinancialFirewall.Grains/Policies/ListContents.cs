using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Grains.Policies;

/// <summary>What lists hold, by the hash that policy versions name: made of the changes that are kept, from the newest contents before that are in memory.</summary>
public sealed class ListContents(ListStore store)
{
    /// <summary>How many contents are kept here beside those of compiled policies; of the same list they share nearly everything.</summary>
    public const int MaximumKept = 16;

    private readonly Lock access = new();
    private readonly Dictionary<(TenantId Tenant, string Hash), ListContent> kept = [];
    private readonly Queue<(TenantId Tenant, string Hash)> order = new();

    /// <summary>Contents by their hash; null where the tenant has never had them.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="member">What the list watches.</param>
    /// <param name="hash">The hash.</param>
    /// <param name="near">Contents that may be the ones, or come before them; null for none.</param>
    /// <exception cref="InvalidDataException">What is kept does not lead to the hash.</exception>
    internal async ValueTask<ListContent?> GetAsync(TenantId tenant, PaymentMember? member, string hash, ListContent? near = null)
    {
        var changes = new Stack<(string Hash, ListDelta Delta)>();
        var (at, content) = (hash, Find(tenant, member, hash, near));
        while (content is null)
        {
            if (await store.ReadAsync(tenant, at) is not var (stored, delta))
            {
                return changes.Count == 0 ? null : throw new InvalidDataException($"The change that led to the list contents {at} of tenant '{tenant}' is not there.");
            }

            changes.Push((at, delta));
            at = stored.Parent;
            content = stored.Replaces ? ListContent.Before(member, at, stored.Revision) : Find(tenant, member, at, near);
        }

        foreach (var (expected, delta) in changes)
        {
            content = content.Apply(delta);
            if (!string.Equals(content.Hash, expected, StringComparison.Ordinal))
            {
                // The same changes lead elsewhere for a list that watches another member.
                return null;
            }
        }

        Add(tenant, content);
        return content;
    }

    /// <summary>Takes in contents that were made here.</summary>
    internal void Add(TenantId tenant, ListContent content)
    {
        lock (access)
        {
            if (kept.TryAdd((tenant, content.Hash), content))
            {
                order.Enqueue((tenant, content.Hash));
                if (order.Count > MaximumKept)
                {
                    kept.Remove(order.Dequeue());
                }
            }
        }
    }

    private ListContent? Find(TenantId tenant, PaymentMember? member, string hash, ListContent? near)
    {
        if (string.Equals(near?.Hash, hash, StringComparison.Ordinal) && near?.Member == member)
        {
            return near;
        }

        if (string.Equals(hash, ListChain.Begin(member), StringComparison.Ordinal))
        {
            return ListContent.Empty(member);
        }

        lock (access)
        {
            return kept.TryGetValue((tenant, hash), out var content) && content.Member == member ? content : null;
        }
    }
}
