using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// Pages go on where the one before ended: newest first, nothing twice, and everything that was answered before the first page was asked for, whatever was
/// written, moved, merged or restarted meanwhile.
/// </summary>
internal static class WalkCheck
{
    public static void Check(Evidence evidence)
    {
        foreach (var walk in evidence.History.Walks.Where(walk => walk.Tenant == evidence.Tenant))
        {
            Check(evidence, walk);
        }
    }

    private static void Check(Evidence evidence, Walk walk)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var latest = long.MaxValue;
        foreach (var (reference, at) in walk.Found)
        {
            if (!seen.Add(reference))
            {
                throw new Violation("cursors", $"{reference} is on two pages");
            }

            if (at > latest)
            {
                throw new Violation("cursors", $"{reference} is newer than what comes before it");
            }

            latest = at;
            if (walk.Decision is not null && !string.Equals(evidence.Answers.GetValueOrDefault(reference)?.Decision, walk.Decision, StringComparison.Ordinal))
            {
                throw new Violation("cursors", $"{reference} is on the pages of {walk.Decision}");
            }
        }

        var missing = evidence.Attempts.FirstOrDefault(attempt => attempt.AnsweredAt < walk.StartedAt && attempt.Answer is { } answer
            && (walk.Decision is null || string.Equals(answer.Decision, walk.Decision, StringComparison.Ordinal)) && !seen.Contains(attempt.Payment.Reference));
        if (missing is not null)
        {
            throw new Violation("cursors", $"{missing.Payment} was answered and is on no page");
        }
    }
}
