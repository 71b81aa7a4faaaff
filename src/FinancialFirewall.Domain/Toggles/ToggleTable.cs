using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>The toggles of a policy, prepared so that deciding allocates nothing. Immutable, and safe for use from several threads at once.</summary>
public sealed class ToggleTable
{
    private readonly ScopeIndex scopes;
    private readonly int[] indexes;
    private readonly bool[] states;
    private readonly Instant[] froms;
    private readonly Instant[] untils;

    /// <summary>Prepares toggles; those that are not active are left out.</summary>
    public ToggleTable(IReadOnlyList<Toggle> toggles)
    {
        ArgumentNullException.ThrowIfNull(toggles);
        indexes = [.. Enumerable.Range(0, toggles.Count).Where(i => toggles[i].IsActive).OrderBy(i => toggles[i], ToggleOrder.Instance)];
        states = [.. indexes.Select(i => toggles[i].IsEnabled)];
        froms = [.. indexes.Select(i => toggles[i].EffectiveFrom ?? new Instant(long.MinValue))];
        untils = [.. indexes.Select(i => toggles[i].EffectiveUntil ?? new Instant(long.MaxValue))];
        scopes = new ScopeIndex([.. indexes.Select(i => toggles[i].Scope)]);
    }

    /// <summary>Whether the fraud check is on for a payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="now">The time that windows are compared with.</param>
    /// <param name="winner">The deciding toggle's index in the list that the table was made from; -1 where none applies.</param>
    public bool IsEnabled(PackedPayment payment, Instant now, out int winner)
    {
        var best = int.MaxValue;
        for (var combination = 0; combination < scopes.Combinations; combination++)
        {
            foreach (var rank in scopes.Find(combination, payment))
            {
                if (rank >= best)
                {
                    break;
                }

                if (froms[rank] <= now && now < untils[rank])
                {
                    best = rank;
                    break;
                }
            }
        }

        winner = best == int.MaxValue ? -1 : indexes[best];
        return best == int.MaxValue || states[best];
    }
}
