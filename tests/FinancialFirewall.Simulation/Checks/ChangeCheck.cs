using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// A change holds for the very next payment: what is sent after a change was said to hold is decided by it or by a later one. Until a policy is asked for,
/// nothing is decided by it. Of one account's payments a later one is never decided by an older policy.
/// </summary>
internal static class ChangeCheck
{
    public static void Check(Evidence evidence)
    {
        var documents = evidence.Policies.ToDictionary(static one => one.Key, static one => Encoding.UTF8.GetString(PolicyDocumentWriter.Write(one.Value.Document)));
        foreach (var change in evidence.History.Changes.Where(change => change.Tenant == evidence.Tenant))
        {
            CheckDocument(change, documents);
            CheckHolds(evidence, change);
        }

        CheckNotBefore(evidence, documents);
        CheckNeverBack(evidence);
    }

    private static void CheckDocument(Change change, Dictionary<int, string> documents)
    {
        if (change.Version == 0)
        {
            return;
        }

        if (!documents.TryGetValue(change.Version, out var document) || !document.Contains($"\"{change.Marker}\"", StringComparison.Ordinal))
        {
            throw new Violation("change holds", $"{change.Marker} was published as version {change.Version}, which is now {document ?? "nothing"}");
        }
    }

    private static void CheckHolds(Evidence evidence, Change change)
    {
        if (change.AnsweredAt is not { } since || change.Version == 0)
        {
            return;
        }

        foreach (var attempt in evidence.Attempts)
        {
            if (attempt.SentAt > since && attempt.Answer is { IsDuplicate: false } answer && answer.Version < change.Version)
            {
                throw new Violation("change holds", string.Create(
                    CultureInfo.InvariantCulture, $"{attempt.Payment}, sent at step {attempt.SentAt}, was decided by version {answer.Version}, and {change.Version} holds since step {since}"));
            }
        }
    }

    private static void CheckNotBefore(Evidence evidence, Dictionary<int, string> documents)
    {
        foreach (var attempt in evidence.Attempts.Where(static attempt => attempt.Answer is not null))
        {
            if (!documents.TryGetValue(attempt.Answer!.Version, out var document))
            {
                throw new Violation("change holds", $"{attempt.Payment} was decided by version {attempt.Answer.Version}, which is not kept");
            }

            var early = evidence.History.Changes.FirstOrDefault(change => change.Tenant == evidence.Tenant && change.SentAt > attempt.AnsweredAt
                && change.Marker is { } marker && document.Contains($"\"{marker}\"", StringComparison.Ordinal));
            if (early is not null)
            {
                throw new Violation("change holds", $"{attempt.Payment} was decided by {early.Marker} before anybody asked for it");
            }
        }
    }

    private static void CheckNeverBack(Evidence evidence)
    {
        var versions = new Dictionary<int, int>();
        foreach (var entry in evidence.Assessments)
        {
            if (entry.Version < versions.GetValueOrDefault(entry.Partition))
            {
                throw new Violation("change holds", $"partition {entry.Partition} goes back to version {entry.Version} at {entry.Sequence}");
            }

            versions[entry.Partition] = entry.Version;
        }
    }
}
