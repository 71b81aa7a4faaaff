using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Evaluation.Reports;

namespace FinancialFirewall.Host.Evaluating;

/// <summary>The files that an evaluation is written to; null for none.</summary>
/// <param name="Html">The page.</param>
/// <param name="Json">The figures as JSON.</param>
/// <param name="Scores">The score of every payment, <c>id,score</c>.</param>
/// <param name="Curves">A directory for <c>roc.svg</c> and <c>precision-recall.svg</c>.</param>
internal sealed record ReportFiles(string? Html, string? Json, string? Scores, string? Curves)
{
    /// <summary>Writes everything but the scores, which were written on the way.</summary>
    /// <param name="title">What was evaluated.</param>
    /// <param name="result">What was measured.</param>
    public void Write(string title, EvaluationResult result)
    {
        if (Html is not null)
        {
            using var page = new StreamWriter(Html);
            HtmlReport.Write(page, title, result);
        }

        if (Json is not null)
        {
            using var file = File.Create(Json);
            JsonReport.Write(file, result);
        }

        if (Curves is not null && result.Ranking is { } ranking)
        {
            Directory.CreateDirectory(Curves);
            File.WriteAllText(Path.Combine(Curves, "roc.svg"), ReportCurves.Roc(ranking));
            File.WriteAllText(Path.Combine(Curves, "precision-recall.svg"), ReportCurves.PrecisionRecall(ranking, result));
        }
    }
}
