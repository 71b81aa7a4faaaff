using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Backtests;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Tests.Trials;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Grains.Tests.Backtests;

/// <summary>A backtest of what decided changes nothing, whatever happened meanwhile; and one of something else changes what a naive reading of the history says.</summary>
public sealed class BacktestPropertyTests
{
    private const int SeedCount = 8;
    private const int SeedsPerPortion = 4;

    public static TheoryData<int, int> Portions => Seeds.PortionsOf(SeedCount, SeedsPerPortion);

    [Theory]
    [MemberData(nameof(Portions))]
    public void Run_WhatDecided_ChangesNothing(int first, int last) => Seeds.Run(first, last, static seed =>
    {
        var history = new RandomHistory(seed);
        history.Live(operations: 60);

        foreach (var (version, from, to, assessed) in history.Periods)
        {
            Assert.Equal((version, assessed, 0, 0), Test(history, TestTrials.OfVersion(version)));

            // The same meaning in windows of its own, which are filled from history.
            Assert.Equal((version, assessed, 0, 0), Test(history, TestTrials.OfConfigurations(RandomHistory.InOtherWords(history.LimitAt(from)))));

            (int, long, long, long) Test(RandomHistory lived, PolicyChoice choice)
            {
                var report = TestTrials.Test(lived.Firewall, new BacktestRequest(choice) { From = from, To = to });
                return (version, report.Compared, report.Changed, report.Rescored);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Portions))]
    public void Run_OtherLimit_ChangesWhatANaiveReadingSays(int first, int last) => Seeds.Run(first, last, static seed =>
    {
        var firewall = new SimulatedFirewall(seed, TestPolicies.AmountAndDailyLimit(400));
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            firewall.Assess($"p{i}", $"A{random.Next(3)}", FormattableString.Invariant($"{random.Next(1, 600)}"));
            firewall.Scheduler.RunFor(TimeSpan.FromMinutes(random.Next(90)));
        }

        var limit = random.Next(200, 600);
        var report = TestTrials.Test(firewall, new BacktestRequest(TestTrials.Drafted(firewall, TestPolicies.AmountAndDailyLimit(limit))));

        var journal = JournalContent.Read(firewall);
        var expected = journal.Assessments.Select(assessment => (Before: assessment.Decision(), After: Decide(journal.Assessments, assessment, limit))).ToList();
        Assert.Equal(60, report.Compared);
        Assert.Equal(
            expected.GroupBy(static pair => $"{pair.Before} {pair.After}", StringComparer.Ordinal).Select(static group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal),
            TestTrials.Spell(report));
    });

    /// <summary>What the policy with another limit says of a payment, beside what really became of those before it. A window of a day begins at a whole minute.</summary>
    private static Decision Decide(IReadOnlyList<AssessmentAnswer> all, AssessmentAnswer payment, int limit)
    {
        var at = TimeOf(payment);
        var day = all.Where(other => string.Equals(other.Account(), payment.Account(), StringComparison.Ordinal)
            && other.Sequence() < payment.Sequence() && other.Partition() == payment.Partition() && other.Decision() != Decision.Reject
            && MinuteOf(TimeOf(other)) >= MinuteOf(at) - (24 * 60));
        var sum = payment.AmountMinor() + day.Sum(static other => other.AmountMinor());
        return payment.AmountMinor() > limit * 100L || sum > 5_000_00 ? Decision.Reject : Decision.Approve;
    }

    private static Instant TimeOf(AssessmentAnswer answer) => new Domain.Assessments.AssessmentRecord(answer.Record.Span).AssessedAt;

    private static long MinuteOf(Instant at) => at.UnixSeconds / 60;
}
