using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Batches;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Counts what became of a file's lines. Written by one and read by another meanwhile, who may see it a moment behind.</summary>
internal sealed class AssessmentSummary(TimeProvider time) : IBatchObserver
{
    /// <summary>How many refused lines are shown one by one.</summary>
    public const int MaximumExamples = 10;

    private readonly long[] decisions = new long[(int)Decision.Reject + 1];
    private readonly long[] levels = new long[(int)RiskLevel.Critical + 1];
    private readonly Dictionary<string, long> factors = new(StringComparer.Ordinal);
    private readonly List<(long Line, Error Error)> examples = [];
    private readonly long began = time.GetTimestamp();
    private long answered;
    private long refused;

    /// <summary>Payments that were answered, duplicates too.</summary>
    public long Answered => Volatile.Read(ref answered);

    /// <summary>Lines that were refused.</summary>
    public long Refused => Volatile.Read(ref refused);

    /// <summary>Payments that were answered with an earlier answer.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Decisions that lacked something they should have looked at.</summary>
    public long Degraded { get; private set; }

    /// <summary>Time since the beginning.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(began);

    /// <summary>Lines a second since the beginning.</summary>
    public double Rate => (Answered + Refused) / Math.Max(Elapsed.TotalSeconds, 0.001);

    /// <summary>The first refused lines with their leading error.</summary>
    public IReadOnlyList<(long Line, Error Error)> Examples => examples;

    /// <summary>How often each factor held, most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, long>> Factors
        => factors.OrderByDescending(static factor => factor.Value).ThenBy(static factor => factor.Key, StringComparer.Ordinal);

    /// <summary>How many payments got a decision.</summary>
    public long Count(Decision decision) => decisions[(int)decision];

    /// <summary>How many payments got a level.</summary>
    public long Count(RiskLevel level) => levels[(int)level];

    void IBatchObserver.Answered(in AssessmentRecord record, CompiledPolicy policy, bool isDuplicate)
    {
        var outcome = record.Outcome;
        decisions[(int)outcome.Decision]++;
        levels[(int)outcome.Level]++;
        Duplicates += isDuplicate ? 1 : 0;
        Degraded += outcome.IsDegraded ? 1 : 0;
        CountFactors(outcome, policy);
        Volatile.Write(ref answered, answered + 1);
    }

    void IBatchObserver.Refused(long line, IReadOnlyList<Error> errors)
    {
        if (examples.Count < MaximumExamples)
        {
            examples.Add((line, errors[0]));
        }

        Volatile.Write(ref refused, refused + 1);
    }

    void IBatchObserver.GroupAnswered(int payments, TimeSpan elapsed)
    {
    }

    private void CountFactors(in Outcome outcome, CompiledPolicy policy)
    {
        if (outcome.ConfigurationIndex < 0)
        {
            return;
        }

        var table = policy.FactorsAt(outcome.ConfigurationIndex);
        for (var place = outcome.Held.NextFrom(0); place >= 0; place = outcome.Held.NextFrom(place + 1))
        {
            var name = table[place].Name;
            factors[name] = factors.GetValueOrDefault(name) + 1;
        }
    }
}
