using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The configurations of a policy, prepared so that finding the one that decides allocates nothing. Immutable and thread-safe.</summary>
public sealed class ConfigurationTable
{
    private readonly ScopeIndex scopes;
    private readonly int[] indexes;
    private readonly ConfiguredPaymentSource[] sources;

    /// <summary>Prepares configurations; those that are not enabled are left out.</summary>
    public ConfigurationTable(IReadOnlyList<RiskConfiguration> configurations)
    {
        ArgumentNullException.ThrowIfNull(configurations);
        indexes =
        [
            .. Enumerable.Range(0, configurations.Count)
                .Where(i => configurations[i].IsEnabled)
                .OrderBy(i => configurations[i], ConfigurationOrder.Instance),
        ];
        sources = [.. indexes.Select(i => configurations[i].PaymentSource)];
        scopes = new ScopeIndex([.. indexes.Select(i => configurations[i].Scope)]);
    }

    /// <summary>The index, in the list that the table was made from, of the configuration that decides; -1 where none applies.</summary>
    public int Find(PackedPayment payment)
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

                if (ConfigurationSelector.Fits(sources[rank], payment.Source))
                {
                    best = rank;
                    break;
                }
            }
        }

        return best == int.MaxValue ? -1 : indexes[best];
    }
}
