using FinancialFirewall.Evaluation.Outcomes;

namespace FinancialFirewall.Evaluation.Tests.Outcomes;

public sealed class ConfusionMatrixTests
{
    private const int Digits = 12;

    [Fact]
    public void Rates_SmallCase_AreWhatAHandComputes()
    {
        var matrix = new ConfusionMatrix { FraudFlagged = 6, FraudPassed = 2, GenuineFlagged = 3, GenuinePassed = 89 };

        Assert.Equal(100, matrix.Total);
        Assert.Equal(6 / 9.0, matrix.Precision!.Value, Digits);
        Assert.Equal(6 / 8.0, matrix.Recall!.Value, Digits);
        Assert.Equal(3 / 92.0, matrix.FalsePositiveRate!.Value, Digits);
        Assert.Equal(0.95, matrix.Accuracy!.Value, Digits);
        Assert.Equal(12 / 17.0, matrix.F1!.Value, Digits);
        Assert.Equal(0.5, matrix.FalseAlarmsPerHit!.Value, Digits);
    }

    [Fact]
    public void Rates_NothingFlaggedAndNoFraud_AreNotThere()
    {
        var matrix = new ConfusionMatrix { GenuinePassed = 5 };

        Assert.Equal((null, null, 0.0, 1.0, null), (matrix.Precision, matrix.Recall, matrix.FalsePositiveRate, matrix.Accuracy, matrix.F1));
        Assert.Null(default(ConfusionMatrix).Accuracy);
    }

    [Fact]
    public void Plus_EachKind_CountsWhereItBelongs()
    {
        var matrix = default(ConfusionMatrix).Plus(isFraud: true, isFlagged: true, 1).Plus(true, false, 10).Plus(false, true, 100).Plus(false, false, 1_000);

        Assert.Equal(new ConfusionMatrix { FraudFlagged = 1, FraudPassed = 10, GenuineFlagged = 100, GenuinePassed = 1_000 }, matrix);
    }

    [Fact]
    public void Plus_MoreThanFits_IsAnError()
        => Assert.Throws<OverflowException>(() => default(ConfusionMatrix).Plus(true, true, long.MaxValue).Plus(true, true, 1));
}
