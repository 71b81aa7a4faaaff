using System.Globalization;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Tests.Policies.Naive;
using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// A window over another key than the debtor account counts at least what was answered before the payment was sent, and at most what was sent before it was
/// answered. Counts and sums only.
/// </summary>
internal static class KeyedCheck
{
    private static readonly Dictionary<AggregateKey, string> Members = new() { [AggregateKey.Device] = "deviceId", [AggregateKey.Payee] = "toAccountNumber" };

    public static void Check(Evidence evidence)
    {
        var kept = evidence.Assessments.ToDictionary(static entry => entry.Reference, StringComparer.Ordinal);
        foreach (var version in evidence.Assessments.GroupBy(static entry => entry.Version))
        {
            var policy = evidence.Policies[version.Key];
            var engine = new NaiveEngine(policy.Document, evidence.TenantSince);
            var aggregates = engine.Aggregates.Where(static aggregate => Members.ContainsKey(aggregate.Key)).ToList();
            foreach (var entry in aggregates.Count == 0 ? [] : version.AsEnumerable())
            {
                var values = NaiveCheck.Keyed(engine, policy, entry);
                aggregates.ForEach(aggregate => Check(evidence, kept, entry, aggregate, values[aggregate.Id]));
            }
        }
    }

    private static void Check(Evidence evidence, Dictionary<string, JournalEntry> kept, JournalEntry entry, AggregateExpression aggregate, object? value)
    {
        var attempts = evidence.History.ByReference[(evidence.Tenant, entry.Reference)];
        var own = attempts.First(attempt => string.Equals(attempt.Payment.Account, entry.Account, StringComparison.Ordinal) && attempt.Payment.AmountMinor == entry.AmountMinor);
        var key = own.Payment[Members[aggregate.Key]];
        if (value is null != key is null)
        {
            throw new Violation("keyed windows", $"{own.Payment}: {aggregate.Id} is {value ?? "absent"}");
        }

        if (value is not decimal number)
        {
            return;
        }

        var sentAt = attempts.Min(static attempt => attempt.SentAt);
        var answeredAt = attempts.Find(static attempt => attempt.Answer is { IsDuplicate: false })?.AnsweredAt ?? long.MaxValue;
        var others = evidence.History.ByReference
            .Where(other => other.Key.Tenant == evidence.Tenant && !string.Equals(other.Key.Reference, entry.Reference, StringComparison.Ordinal))
            .SelectMany(static other => other.Value)
            .Where(other => other.Payment.Original is null && string.Equals(other.Payment[Members[aggregate.Key]], key, StringComparison.Ordinal))
            .ToList();
        var mine = own.Payment.Original is null ? Amount(aggregate, own) : 0;
        var atMost = mine + OtherBodies(attempts, own, Members[aggregate.Key], key, answeredAt).Concat(others).Where(other => other.SentAt < answeredAt).DistinctBy(static other => (other.Payment.Reference, other.Payment.AmountMinor, other.Payment.Account)).Sum(other => Amount(aggregate, other));
        var atLeast = (evidence.Kinds & FaultKinds.ClockJump) != FaultKinds.None ? 0 : mine + others
            .Where(other => other.Answer is { IsDuplicate: false } && other.AnsweredAt < sentAt && kept[other.Payment.Reference].At > entry.At - (aggregate.WindowSeconds * 1_000_000))
            .Sum(other => Amount(aggregate, other));
        if (number < atLeast || number > atMost)
        {
            throw new Violation("keyed windows", string.Create(CultureInfo.InvariantCulture, $"{own.Payment}: {aggregate.Id} is {number}, at least {atLeast} and at most {atMost} would be right"));
        }
    }

    /// <summary>What was sent under the same reference and was not decided: it may have been counted before it was refused.</summary>
    private static IEnumerable<Attempt> OtherBodies(List<Attempt> attempts, Attempt own, string member, string? key, long answeredAt)
        => attempts.Where(attempt => attempt.SentAt < answeredAt && attempt.Payment.Original is null && !attempt.Payment.IsSame(own.Payment)
            && string.Equals(attempt.Payment[member], key, StringComparison.Ordinal));

    private static decimal Amount(AggregateExpression aggregate, Attempt attempt) => aggregate.Function == AggregateFunction.Count ? 1 : attempt.Payment.Amount;
}
