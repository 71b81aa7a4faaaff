using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Tests.Lists;
using FinancialFirewall.Grains.Tests.Trials;

namespace FinancialFirewall.Grains.Tests.Backtests;

/// <summary>
/// A firewall that lives through what happens to firewalls: payments with windows over accounts and devices, refunds, entries of lists that come and go, checks that are switched off and
/// on, versions that are published, and crashes.
/// </summary>
internal sealed class RandomHistory
{
    private const int FirstLimit = 300;
    private static readonly string[] Devices = ["phone", "laptop", "tablet"];

    private readonly Random random;
    private readonly List<string> approved = [];
    private readonly List<(int Version, Instant From, int Limit)> published = [];
    private readonly Dictionary<int, int> assessed = [];
    private bool isEnabled = true;
    private int number;

    public RandomHistory(int seed)
    {
        random = new Random(seed);
        Firewall = new SimulatedFirewall(seed, PolicyOf(FirstLimit), recordsBetweenSnapshots: 7);
        published.Add((1, default, FirstLimit));
    }

    public SimulatedFirewall Firewall { get; }

    /// <summary>Which version decided, from when to when, and how many payments. In between only lists and toggles were others.</summary>
    public IEnumerable<(int Version, Instant From, Instant To, int Assessed)> Periods
    {
        get
        {
            for (var i = 0; i < published.Count; i++)
            {
                var to = i + 1 < published.Count ? published[i + 1].From : Firewall.Now.Plus(TimeSpan.FromSeconds(1));
                yield return (published[i].Version, published[i].From, to, assessed.GetValueOrDefault(i));
            }
        }
    }

    /// <summary>The configuration of a limit, which says the same by a window that no policy has.</summary>
    public static string InOtherWords(int limit) => ConfigurationOf(limit).Replace("sum(amount, 24h)", "sum(amount, 24h where amount > 0)", StringComparison.Ordinal);

    /// <summary>The limit that was published at a time.</summary>
    public int LimitAt(Instant from) => published.Last(one => one.From <= from).Limit;

    public void Live(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            Operate();
            Firewall.Scheduler.RunFor(TimeSpan.FromSeconds(random.Next(1, 4_000)));
        }
    }

    private static string ConfigurationOf(int limit) => $$"""
        {
          "id": "11111111-1111-4111-8111-111111111111", "configurationName": "all", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
          "riskRules": { "customRules": [
            { "name": "large", "expression": "amount > {{limit}}", "weight": 0.5 },
            { "name": "overDay", "expression": "sum(amount, 24h) > 1500", "weight": 0.9 },
            { "name": "busyDevice", "expression": "count(payments by device, 1h) > 2", "weight": 0.4 },
            { "name": "watched", "expression": "deviceId in @watched", "weight": 0.3 }] },
          "thresholds": { "rejectThreshold": 0.8, "manualReviewThreshold": 0.5, "approveThreshold": 0.3 }
        }
        """;

    private static string PolicyOf(int limit) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{{ConfigurationOf(limit)}}],
          "lists": { "blocked": { "kind": "BLOCK", "member": "deviceId" }, "watched": { "kind": "WATCH", "member": "deviceId" } }
        }
        """;

    private void Operate()
    {
        switch (random.Next(20))
        {
            case < 12:
                Pay();
                break;
            case < 14:
                Refund();
                break;
            case < 16:
                ChangeList();
                break;
            case 16:
                isEnabled = !isEnabled;
                TestTrials.Switch(Firewall, isEnabled, "a reason");
                break;
            case 17:
                Publish();
                break;
            default:
                Firewall.Restart();
                break;
        }
    }

    private void Pay()
    {
        var payments = Enumerable.Range(0, random.Next(1, 5)).Select(_ => SimulatedFirewall.Payment(
            Next(), $"A{random.Next(4)}", random.Next(1, 600).ToString(CultureInfo.InvariantCulture), "deviceId", Devices[random.Next(Devices.Length)])).ToArray();
        Count(Firewall.AssessAll(payments));
    }

    private void Refund()
    {
        if (approved.Count > 0)
        {
            var original = approved[random.Next(approved.Count)];
            Count([Firewall.Assess(Next(), $"A{random.Next(4)}", random.Next(1, 200).ToString(CultureInfo.InvariantCulture), "kind", "REFUND", "originalTransactionReference", original)]);
        }
    }

    private void ChangeList()
    {
        var list = random.Next(2) == 0 ? "blocked" : "watched";
        var device = Devices[random.Next(Devices.Length)];
        var changed = random.Next(2) == 0 ? TestLists.Add(Firewall, list, device) : TestLists.Remove(Firewall, list, device);
        Assert.True(changed.IsSuccess, changed.IsSuccess ? "" : changed.Errors[0].Message);
    }

    private void Publish()
    {
        var limit = random.Next(100, 500);
        var result = Firewall.Publish(PolicyOf(limit));
        Assert.True(result.IsSuccess, result.IsSuccess ? "" : result.Errors[0].Message);
        isEnabled = true;
        Firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        published.Add((result.Value.Version, Firewall.Now, limit));
    }

    private void Count(Grains.Assessments.AssessmentAnswer[] answers)
    {
        Assert.All(answers, static answer => Assert.Null(answer.Refusal));
        assessed[published.Count - 1] = assessed.GetValueOrDefault(published.Count - 1) + answers.Length;
        approved.AddRange(answers.Where(static answer => answer.Decision() != Domain.Scoring.Decision.Reject).Select(static answer => answer.Reference()));
    }

    private string Next() => $"p{++number}";
}
