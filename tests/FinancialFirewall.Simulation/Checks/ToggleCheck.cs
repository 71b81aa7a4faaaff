using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// Once the check of a tenant was switched off or on, the very next payment is looked at so: judged by what clients heard alone, where nothing else was
/// changed meanwhile and no toggle for payment types can apply.
/// </summary>
internal static class ToggleCheck
{
    public static void Check(Evidence evidence)
    {
        var changes = evidence.History.Changes.Where(change => change.Tenant == evidence.Tenant).ToList();
        foreach (var change in changes.Where(static change => change is { IsEnabled: not null, AnsweredAt: not null }))
        {
            var next = changes.Where(other => other != change && (other.AnsweredAt is null || other.AnsweredAt > change.SentAt)).Select(static other => other.SentAt).DefaultIfEmpty(long.MaxValue).Min();
            foreach (var attempt in evidence.Attempts.Where(attempt => attempt.SentAt > change.AnsweredAt && attempt.AnsweredAt < next && attempt.Payment["paymentType"] is null))
            {
                Demand(attempt, change.IsEnabled!.Value);
            }
        }
    }

    private static void Demand(Attempt attempt, bool isEnabled)
    {
        if (attempt.Answer is { IsDuplicate: false } answer && answer.Text.Contains($"\"fraudCheckEnabled\":{(isEnabled ? "false" : "true")}", StringComparison.Ordinal))
        {
            throw new Violation("change holds", $"{attempt.Payment} was sent after the check was switched {(isEnabled ? "on" : "off")}");
        }
    }
}
