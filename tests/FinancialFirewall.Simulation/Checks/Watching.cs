using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulation.Clients;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>What the watched list of a policy version holds, as the product reads it: whether that is right is judged by <see cref="EntryCheck"/>.</summary>
internal static class Watching
{
    /// <summary>The list at a time, by its name.</summary>
    public static Dictionary<string, HashSet<string>> At(CompiledPolicy policy, long microseconds)
        => new(StringComparer.Ordinal)
        {
            [PolicyMaker.Watched] = [.. PaymentMaker.Payees.Where(value => Holds(policy, value, new Instant(microseconds)))],
        };

    /// <summary>Whether it holds a value at a time.</summary>
    public static bool Holds(CompiledPolicy policy, string value, Instant at) => policy.ContentOf(PolicyMaker.Watched) is { } content
        ? content.Contains(Encoding.UTF8.GetBytes(value), at)
        : policy.Document.Lists.Any(list => string.Equals(list.Name, PolicyMaker.Watched, StringComparison.Ordinal)
            && list.Entries.Any(entry => string.Equals(entry.Value, value, StringComparison.Ordinal)));
}
