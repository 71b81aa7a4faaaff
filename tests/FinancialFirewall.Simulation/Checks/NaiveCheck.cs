using System.Globalization;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tests.Expressions;
using FinancialFirewall.Domain.Tests.Policies.Naive;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// Each decision equals that of the naive interpreter under the policy version that it names, from what was decided before it in its partition. The values of
/// windows over other keys are taken from the record, since there is no order between partitions; <see cref="KeyedCheck"/> holds them against what was sent.
/// </summary>
internal static class NaiveCheck
{
    public static void Check(Evidence evidence)
    {
        foreach (var partition in evidence.Journal.GroupBy(static entry => entry.Partition))
        {
            CheckPartition(evidence, partition);
        }
    }

    private static void CheckPartition(Evidence evidence, IEnumerable<JournalEntry> entries)
    {
        var log = new NaiveLog();
        var engines = new Dictionary<int, NaiveEngine>();
        foreach (var entry in entries.Where(static entry => !entry.IsFollowUp))
        {
            if (entry.IsRelease)
            {
                GiveBack(log, entry);
                continue;
            }

            var policy = evidence.Policies[entry.Version];
            if (!engines.TryGetValue(entry.Version, out var engine))
            {
                engines.Add(entry.Version, engine = new NaiveEngine(policy.Document, evidence.TenantSince, log));
            }

            var payment = evidence.History.ByReference[(evidence.Tenant, entry.Reference)]
                .First(attempt => string.Equals(attempt.Payment.Account, entry.Account, StringComparison.Ordinal) && attempt.Payment.AmountMinor == entry.AmountMinor).Payment;
            var expected = engine.Assess(payment.Facts(entry.At, Watching.At(policy, entry.At)), entry.At, Keyed(engine, policy, entry));
            Compare(evidence, entry, payment, Describe(expected));
        }
    }

    private static void GiveBack(NaiveLog log, JournalEntry release)
    {
        if (release.IsUndone)
        {
            log.Undo(release.Reference);
        }
        else
        {
            log.Release(release.Reference, release.AmountMinor / 100m);
        }
    }

    /// <summary>What the record says that windows over other keys counted.</summary>
    public static Dictionary<string, object?> Keyed(NaiveEngine engine, CompiledPolicy policy, JournalEntry entry)
    {
        var frame = new EvaluationFrame();
        Replay.Load(entry.Bytes, 0, frame);
        return engine.Aggregates.Where(static aggregate => aggregate.Key != AggregateKey.Account)
            .ToDictionary(static aggregate => aggregate.Id, aggregate => ValueOf(aggregate, policy, frame), StringComparer.Ordinal);
    }

    private static object? ValueOf(AggregateExpression aggregate, CompiledPolicy policy, EvaluationFrame frame)
    {
        var value = AggregateReading.Number(frame, policy.SlotOf(aggregate), ScaledUnits.DecimalsOf(aggregate.Form, policy.BaseCurrency.Exponent));
        return value.State switch { ValueState.Absent => null, ValueState.Present => value.Value, _ => Unknown.Value };
    }

    private static void Compare(Evidence evidence, JournalEntry entry, Payment payment, string expected)
    {
        if (!evidence.Answers.TryGetValue(entry.Reference, out var answer))
        {
            throw new Violation("answers stay", $"{payment} is in the journal and is not found");
        }

        var json = JsonNode.Parse(answer.Text)!.AsObject();
        var held = string.Join(',', json["riskFactors"]!.AsArray().Select(static factor => (string)factor!["name"]!));
        var found = string.Create(
            CultureInfo.InvariantCulture, $"{answer.Decision} {(string)json["riskLevel"]!} {(decimal)json["riskScore"]!:0.0000} [{held}] degraded {(bool)json["degraded"]!}");
        if (!string.Equals(found, expected, StringComparison.Ordinal))
        {
            throw new Violation("naive interpreter", $"{payment} ({entry.Partition}/{entry.Sequence}, version {entry.Version})\nis      {found}\nshould  {expected}");
        }
    }

    private static string Describe(NaiveVerdict verdict) => string.Create(
        CultureInfo.InvariantCulture, $"{verdict.Decision} {verdict.Level} {verdict.Score:0.0000} [{verdict.Held}] degraded {verdict.Degraded}");
}
