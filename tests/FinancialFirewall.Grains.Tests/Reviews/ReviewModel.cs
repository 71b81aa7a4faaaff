using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Reviews;

/// <summary>
/// Payments, everything that people do to them, ends of the process in good order and in bad, in an order that a seed gives; and a list in memory of what has happened to each
/// payment, by which the rules say what must become of each request.
/// </summary>
internal sealed class ReviewModel(int seed)
{
    private const int Steps = 50;
    private const int MostOperations = 12;

    private static readonly string[] People = ["ann", "bob", "cid"];
    private static readonly FollowUpKind[] Kinds =
    [
        FollowUpKind.DecidedInReview, FollowUpKind.DecidedInReview, FollowUpKind.DecidedInReview, FollowUpKind.Cancelled, FollowUpKind.OutcomeReported, FollowUpKind.OutcomeReported,
        FollowUpKind.Retried, FollowUpKind.Claimed, FollowUpKind.Unclaimed, FollowUpKind.Noted,
    ];

    private readonly Random random = new(seed);
    private readonly SimulatedFirewall firewall = new(seed, TestPolicies.LargeAmountsWait, recordsBetweenSnapshots: 1 + (seed % 5));
    private readonly List<(AssessmentAnswer Assessment, List<FollowUp> FollowUps)> payments = [];
    private int number;

    /// <summary>Runs the history of the seed, and holds what is kept against the list.</summary>
    public void Run()
    {
        Assess();
        for (var step = 0; step < Steps; step++)
        {
            Take(random.Next(100));
        }

        Check();

        // The log of the process before is moved into segments.
        firewall.Restart();
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(5));
        Check();
    }

    private void Take(int chance)
    {
        switch (chance)
        {
            case < 25:
                Assess();
                break;
            case < 70:
                FollowUp(crashes: false);
                break;
            case < 85:
                FollowUp(crashes: true);
                break;
            case < 92:
                firewall.Restart();
                break;
            default:
                firewall.Scheduler.RunFor(TimeSpan.FromMinutes(random.Next(1, 120)));
                break;
        }
    }

    private void Assess() => payments.Add((firewall.Assess($"p{++number}", $"A{random.Next(3)}", $"{random.Next(50, 700)}"), []));

    private void FollowUp(bool crashes)
    {
        var (assessment, before) = payments[random.Next(payments.Count)];
        var wanted = Wanted();
        if (crashes)
        {
            firewall.Disk.CrashAt = firewall.Disk.Operations + random.Next(1, MostOperations);
            firewall.RunUntilDead(firewall.Scheduler.Start(() => firewall.FollowUpAsync(assessment, wanted)));
            firewall.Restart();
        }

        // Where the power went, nobody was answered, and the same request is sent again.
        var expected = ReviewRules.Admit(AssessmentStanding.Of(assessment.Decision(), before), wanted, firewall.Now, takesTwo: false);
        var answer = firewall.FollowUp(assessment, wanted);
        Assert.Equal(
            expected.IsSuccess ? $"{expected.Value.Kind} {wanted.Decision}" : expected.Errors[0].Code,
            answer.IsSuccess ? $"{answer.Value.Kind} {(wanted.Decision is null ? null : answer.Value.Decision)}" : answer.Errors[0].Code);
        if (answer.IsSuccess)
        {
            before.Add(answer.Value);
        }
    }

    private FollowUp Wanted()
    {
        var (kind, by) = (Kinds[random.Next(Kinds.Length)], People[random.Next(People.Length)]);
        var wanted = new FollowUp(kind, by) { Key = $"k{++number}", Text = random.Next(2) == 0 ? $"text {number}" : "" };
        return kind switch
        {
            FollowUpKind.DecidedInReview => wanted with { Decision = (Decision)random.Next((int)Decision.Approve, (int)Decision.Reject + 1) },
            FollowUpKind.OutcomeReported => wanted with { Outcome = (ReportedOutcome)random.Next((int)ReportedOutcome.Executed, (int)ReportedOutcome.Legitimate + 1) },
            FollowUpKind.Claimed => wanted with { Assignee = by, Moment = firewall.Now.Plus(TimeSpan.FromMinutes(60)) },
            _ => wanted,
        };
    }

    private void Check()
    {
        var releases = JournalContent.Read(firewall).Releases.ToLookup(static record => (new RecordHeader(record).Partition, new ReleaseRecord(record).OriginalSequence));
        var open = new List<(int Partition, long Sequence, Decision Decision)>();
        foreach (var (assessment, followUps) in payments)
        {
            Assert.Equal(followUps, firewall.Standing(assessment).All);
            var standing = AssessmentStanding.Of(assessment.Decision(), followUps);
            if (standing.IsOpen)
            {
                open.Add((assessment.Partition(), assessment.Sequence(), standing.Decision));
            }

            var isReleased = assessment.Decision() != Decision.Reject && followUps.Exists(static one => ReviewRules.ReleaseOf(one) is not null);
            Assert.Equal(
                isReleased ? [assessment.AmountMinor()] : [],
                releases[(assessment.Partition(), assessment.Sequence())].Select(static record => new ReleaseRecord(record).BaseAmountMinor));
        }

        Assert.Equal(open.Order(), firewall.Queue().Select(static one => (one.Partition, one.Sequence, one.Decision)).Order());
    }
}
