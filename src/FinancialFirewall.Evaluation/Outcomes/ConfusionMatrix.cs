using System.Runtime.InteropServices;

namespace FinancialFirewall.Evaluation.Outcomes;

/// <summary>
/// What was flagged against what is fraud, as counts of payments or as sums of money. Rates are null where nothing could be counted: a share of nothing is
/// not 0.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ConfusionMatrix
{
    /// <summary>Fraud that was flagged: true positives; as money, the loss prevented.</summary>
    public long FraudFlagged { get; init; }

    /// <summary>Fraud that passed: false negatives; as money, the loss.</summary>
    public long FraudPassed { get; init; }

    /// <summary>Genuine payments that were flagged: false positives; as money, good value blocked.</summary>
    public long GenuineFlagged { get; init; }

    /// <summary>Genuine payments that passed: true negatives.</summary>
    public long GenuinePassed { get; init; }

    /// <summary>Everything.</summary>
    public long Total => FraudFlagged + FraudPassed + GenuineFlagged + GenuinePassed;

    /// <summary>How much of what was flagged is fraud: TP / (TP + FP).</summary>
    public double? Precision => Share(FraudFlagged, FraudFlagged + GenuineFlagged);

    /// <summary>How much of the fraud was flagged: TP / (TP + FN).</summary>
    public double? Recall => Share(FraudFlagged, FraudFlagged + FraudPassed);

    /// <summary>How much of what is genuine was flagged: FP / (FP + TN).</summary>
    public double? FalsePositiveRate => Share(GenuineFlagged, GenuineFlagged + GenuinePassed);

    /// <summary>How much was judged rightly: (TP + TN) / all. Where fraud is rare, flagging nothing is accurate too.</summary>
    public double? Accuracy => Share(FraudFlagged + GenuinePassed, Total);

    /// <summary>The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN).</summary>
    public double? F1 => Share(2 * FraudFlagged, (2 * FraudFlagged) + GenuineFlagged + FraudPassed);

    /// <summary>Genuine payments that were flagged for each payment of fraud that was.</summary>
    public double? FalseAlarmsPerHit => Share(GenuineFlagged, FraudFlagged);

    /// <summary>The same with one payment, or one amount, more.</summary>
    public ConfusionMatrix Plus(bool isFraud, bool isFlagged, long amount) => (isFraud, isFlagged) switch
    {
        (true, true) => this with { FraudFlagged = checked(FraudFlagged + amount) },
        (true, false) => this with { FraudPassed = checked(FraudPassed + amount) },
        (false, true) => this with { GenuineFlagged = checked(GenuineFlagged + amount) },
        (false, false) => this with { GenuinePassed = checked(GenuinePassed + amount) },
    };

    private static double? Share(long part, long whole) => whole == 0 ? null : part / (double)whole;
}
