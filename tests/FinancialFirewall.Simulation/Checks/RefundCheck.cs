using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// A refund that was accepted gives back once, and all refunds of a payment together no more than it was. An original that was decided before its refund was
/// sent is always given back; one that comes later is, up to a minute.
/// </summary>
internal static class RefundCheck
{
    private const long MinuteMicroseconds = 60_000_000;

    public static void Check(Evidence evidence)
    {
        var kept = evidence.Assessments.ToDictionary(static entry => entry.Reference, StringComparer.Ordinal);
        var releases = evidence.Journal.Where(static entry => entry.IsRelease).ToLookup(static entry => entry.Reference, StringComparer.Ordinal);
        foreach (var released in releases)
        {
            CheckReleased(kept[released.Key], [.. released], evidence);
        }

        foreach (var refund in kept.Values.Where(static entry => entry.Decision is not "REJECT"))
        {
            var original = evidence.History.ByReference[(evidence.Tenant, refund.Reference)][0].Payment.Original;
            if (original is not null && kept.TryGetValue(original, out var of) && IsOwed(evidence, refund, of) && !releases[original].Any(static release => release.IsWhole)
                && !releases[original].Any(release => string.Equals(release.Cause, refund.Reference, StringComparison.Ordinal)))
            {
                throw new Violation("refunds", $"{refund.Reference} was accepted, and {original} has not heard of it");
            }
        }
    }

    private static void CheckReleased(JournalEntry original, List<JournalEntry> releases, Evidence evidence)
    {
        if (original.Decision is "REJECT")
        {
            throw new Violation("refunds", $"{original.Reference} was rejected and is given back");
        }

        if (releases.Select(static release => release.Cause).Distinct(StringComparer.Ordinal).Count() != releases.Count)
        {
            throw new Violation("refunds", $"{original.Reference} is given back twice for one refund");
        }

        if (releases.Exists(static release => release.IsWhole))
        {
            return;
        }

        var asked = releases.Sum(release => evidence.Assessments.First(entry => string.Equals(entry.Reference, release.Cause, StringComparison.Ordinal)).AmountMinor);
        var given = releases.Sum(static release => release.AmountMinor);
        if (given != Math.Min(asked, original.AmountMinor))
        {
            throw new Violation("refunds", $"of {original.Reference}, {original.AmountMinor}, {asked} was refunded and {given} is given back");
        }
    }

    /// <summary>Where clocks jump, a minute is no measure.</summary>
    private static bool IsOwed(Evidence evidence, JournalEntry refund, JournalEntry original)
    {
        if (original.Decision is "REJECT" || original.At > refund.At + MinuteMicroseconds)
        {
            return false;
        }

        var decided = evidence.History.ByReference[(evidence.Tenant, original.Reference)].Find(static attempt => attempt.Answer is not null)?.AnsweredAt;
        var sent = evidence.History.ByReference[(evidence.Tenant, refund.Reference)][0].SentAt;
        return decided < sent || ((evidence.Kinds & FaultKinds.ClockJump) == FaultKinds.None && original.At < refund.At);
    }
}
