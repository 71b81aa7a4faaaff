using FinancialFirewall.Evaluation.Charts;
using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Evaluation.Rankings;

namespace FinancialFirewall.Evaluation.Reports;

/// <summary>The curves of a ranking as SVG.</summary>
public static class ReportCurves
{
    /// <summary>The ROC curve: fraud flagged against genuine payments flagged, from score to score; the dashed line is chance.</summary>
    public static string Roc(Ranking ranking)
    {
        List<(double, double)> points = [(0, 0), .. ranking.Points.Select(static point => (point.FalsePositiveRate, point.Recall))];
        return LineChart.Draw(
            $"ROC, area {ReportNumbers.Share(ranking.AreaUnderRoc)}",
            "False positive rate",
            "Recall",
            [new ChartSeries("chance", [(0, 0), (1, 1)], IsReference: true), new ChartSeries("score", points)]);
    }

    /// <summary>Precision against recall, in steps: between two scores nothing is interpolated; the dashed line is chance.</summary>
    public static string PrecisionRecall(Ranking ranking, EvaluationResult result)
    {
        var points = new List<(double, double)>();
        var recall = 0.0;
        foreach (var point in ranking.Points)
        {
            points.Add((recall, point.Precision));
            points.Add((point.Recall, point.Precision));
            recall = point.Recall;
        }

        return LineChart.Draw(
            $"Precision and recall, average precision {ReportNumbers.Share(ranking.AveragePrecision)}",
            "Recall",
            "Precision",
            [new ChartSeries("chance", [(0, result.FraudShare), (1, result.FraudShare)], IsReference: true), new ChartSeries("score", points)]);
    }
}
