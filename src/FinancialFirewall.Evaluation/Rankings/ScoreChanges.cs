using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Evaluation.Rankings;

/// <summary>What changes in the counts of a <see cref="ScoreHistogram"/> when some payments get another score.</summary>
public sealed class ScoreChanges
{
    private readonly long[] fraud = new long[Score.One + 1];
    private readonly long[] genuine = new long[Score.One + 1];

    /// <summary>A payment gets another score.</summary>
    public void Move(Score from, Score to, bool isFraud)
    {
        var counts = isFraud ? fraud : genuine;
        counts[from.TenThousandths]--;
        counts[to.TenThousandths]++;
    }

    /// <summary>How many payments more, or fewer, get a score.</summary>
    public long Of(Score score, bool isFraud) => (isFraud ? fraud : genuine)[score.TenThousandths];
}
