using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulation.Clients;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// An entry of a list holds for the very next payment: what is sent after a change of an entry was answered, and before anybody asks for another one, is decided by
/// a policy version whose list says so. Nothing is in the list that nobody put there.
/// </summary>
internal static class EntryCheck
{
    public static void Check(Evidence evidence)
    {
        var changes = evidence.History.EntryChanges.Where(change => change.Tenant == evidence.Tenant).ToList();
        foreach (var change in changes.Where(static change => change.AnsweredAt is not null))
        {
            // One that was not answered may hold at any time since it was sent.
            var next = changes.Where(other => other != change && string.Equals(other.Value, change.Value, StringComparison.Ordinal) && (other.AnsweredAt is null || other.AnsweredAt > change.SentAt))
                .Select(static other => other.SentAt).DefaultIfEmpty(long.MaxValue).Min();
            foreach (var attempt in evidence.Attempts.Where(attempt => attempt.SentAt > change.AnsweredAt && attempt.AnsweredAt < next))
            {
                Demand(evidence, attempt, change);
            }
        }

        var known = changes.Where(static change => change.IsAdded).Select(static change => change.Value).Concat(PolicyMaker.FirstWatched).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in evidence.Assessments.DistinctBy(static entry => entry.Version))
        {
            if (Watching.At(evidence.Policies[entry.Version], entry.At)[PolicyMaker.Watched].FirstOrDefault(value => !known.Contains(value)) is { } invented)
            {
                throw new Violation("lists", $"version {entry.Version} watches {invented}, which nobody asked for");
            }
        }
    }

    private static void Demand(Evidence evidence, Attempt attempt, EntryChange change)
    {
        if (attempt.Answer is not { IsDuplicate: false } answer)
        {
            return;
        }

        var should = change.Holds(answer.AssessedAt);
        if (Watching.Holds(evidence.Policies[answer.Version], change.Value, Instant.From(answer.AssessedAt)) != should)
        {
            throw new Violation("lists", $"{attempt.Payment} was decided by version {answer.Version}, whose list {(should ? "lacks" : "holds")} {change.Value}, asked for at step {change.SentAt} and answered at {change.AnsweredAt}");
        }
    }
}
