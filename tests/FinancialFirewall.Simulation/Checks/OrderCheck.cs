using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>The payments of an account are decided in the order in which one sender sent them, and never before one that was answered before they were sent.</summary>
internal static class OrderCheck
{
    public static void Check(Evidence evidence)
    {
        var places = evidence.Assessments.ToDictionary(static entry => entry.Reference, static entry => (entry.Partition, entry.Sequence), StringComparer.Ordinal);
        var decided = evidence.Attempts
            .Where(attempt => attempt.Answer is { IsDuplicate: false } && places.ContainsKey(attempt.Payment.Reference))
            .Select(attempt => (Attempt: attempt, Place: places[attempt.Payment.Reference]));
        foreach (var partition in decided.GroupBy(static one => one.Place.Partition))
        {
            var latestSent = (Step: long.MinValue, Attempt: (Attempt?)null);
            foreach (var (attempt, _) in partition.OrderBy(static one => one.Place.Sequence))
            {
                if (attempt.AnsweredAt < latestSent.Step)
                {
                    throw new Violation("order", $"{attempt.Payment} was answered before {latestSent.Attempt!.Payment} was sent, and is decided after it");
                }

                latestSent = attempt.SentAt > latestSent.Step ? (attempt.SentAt, attempt) : latestSent;
            }

            CheckBatches([.. partition.OrderBy(static one => one.Place.Sequence).Select(static one => one.Attempt)]);
        }
    }

    private static void CheckBatches(List<Attempt> inOrder)
    {
        var lines = new Dictionary<(long Sender, string Account), int>();
        foreach (var attempt in inOrder.Where(static attempt => attempt.Place is not null))
        {
            var (batch, line) = attempt.Place!.Value;
            var key = (batch, attempt.Payment.Account);
            if (line < lines.GetValueOrDefault(key, -1))
            {
                throw new Violation("order", $"{attempt.Payment}, line {line} of its batch, is decided after a later line of the same account");
            }

            lines[key] = line;
        }
    }
}
