using System.Globalization;
using FinancialFirewall.Simulation.Clients;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// No limit is passed by racing: what an account was allowed within a day, by the answers that clients heard, less what was ever refunded or may have been undone, never exceeds the
/// highest limit that any policy has. Looks at no journal. Payments that no rule looked at do not count.
/// </summary>
internal static class LimitCheck
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static void Check(Evidence evidence)
    {
        var refunded = evidence.Attempts.Where(static attempt => attempt.Payment.Original is not null && attempt.Answer is not null)
            .Select(static attempt => attempt.Payment.Original!)
            .Concat(evidence.FollowUps.Where(static act => act.MayUndo).Select(static act => act.Reference)).ToHashSet(StringComparer.Ordinal);
        var allowed = evidence.Attempts
            .Where(attempt => attempt.Answer is { IsDuplicate: false } answer && answer.Decision is not "REJECT" && IsLimited(attempt, answer) && !refunded.Contains(attempt.Payment.Reference))
            .Select(static attempt => (attempt.Payment.Account, attempt.Payment.AmountMinor, At: attempt.Answer!.AssessedAt));
        foreach (var account in allowed.GroupBy(static one => one.Account, StringComparer.Ordinal))
        {
            CheckAccount(account.Key, [.. account.OrderBy(static one => one.At).Select(static one => (one.AmountMinor, one.At))]);
        }
    }

    private static bool IsLimited(Attempt attempt, Answer answer)
        => attempt.Payment.Original is null && answer.Text.Contains("\"fraudCheckEnabled\":true", StringComparison.Ordinal)
            && !answer.Text.Contains("allow", StringComparison.OrdinalIgnoreCase);

    private static void CheckAccount(string account, List<(int AmountMinor, DateTimeOffset At)> payments)
    {
        var (sum, first) = (0L, 0);
        foreach (var (amount, at) in payments)
        {
            for (sum += amount; payments[first].At <= at - Day; first++)
            {
                sum -= payments[first].AmountMinor;
            }

            if (sum > PolicyMaker.HighestLimit * 100L)
            {
                throw new Violation("limits", string.Create(CultureInfo.InvariantCulture, $"{account} was allowed {sum / 100m} within a day, at {at:O}"));
            }
        }
    }
}
