using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Finds configurations that never apply.</summary>
internal static class ConfigurationChecks
{
    public static IEnumerable<PolicyWarning> Check(IReadOnlyList<RiskConfiguration> configurations)
    {
        for (var i = 0; i < configurations.Count; i++)
        {
            var one = configurations[i];
            if (one.IsEnabled && configurations.FirstOrDefault(other => Hides(other, one)) is { } winner)
            {
                yield return new(
                    "CONFIGURATION_NEVER_APPLIES",
                    JsonPointer.Item("/configurations", i),
                    $"'{one.ConfigurationName}' never applies: wherever it could, '{winner.ConfigurationName}' applies too and goes before it.");
            }
        }
    }

    private static bool Hides(RiskConfiguration winner, RiskConfiguration loser)
        => !ReferenceEquals(winner, loser) && winner.IsEnabled && winner.Scope.Covers(loser.Scope)
            && (winner.PaymentSource == ConfiguredPaymentSource.Both || winner.PaymentSource == loser.PaymentSource)
            && ConfigurationOrder.Instance.Compare(winner, loser) < 0;
}
