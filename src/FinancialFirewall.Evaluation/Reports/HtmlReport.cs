using System.Net;
using FinancialFirewall.Evaluation.Outcomes;
using static FinancialFirewall.Evaluation.Reports.ReportNumbers;

namespace FinancialFirewall.Evaluation.Reports;

/// <summary>An evaluation as one page that needs nothing else: no scripts, no fonts, no network.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --soft: #8881; --good: #047857; --bad: light-dark(#be123c, #fb7185); }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin-bottom: .2rem; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
        .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem; margin: 1.2rem 0; }
        .tile { border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; overflow-wrap: anywhere; } .tile b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; } th { white-space: normal; vertical-align: bottom; } th:first-child, td:first-child { text-align: left; }
        tr.chosen { background: var(--soft); font-weight: 600; } .bar { display: inline-block; width: 160px; height: .7rem; background: var(--soft); vertical-align: middle; }
        .bar i { display: block; height: 100%; background: var(--good); } .curves { display: flex; flex-wrap: wrap; gap: 1rem; } .curves svg { max-width: 100%; height: auto; }
        .note { opacity: .75; overflow-wrap: anywhere; } .less { color: var(--bad); }
        @media (max-width: 700px) { .tiles { grid-template-columns: repeat(2, 1fr); } .tile b { font-size: 1.2rem; } th, td { padding: .3rem .4rem; } .bar { width: 80px; } }
        """;

    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="title">What was evaluated.</param>
    /// <param name="result">What was measured.</param>
    public static void Write(TextWriter writer, string title, EvaluationResult result)
    {
        var heading = WebUtility.HtmlEncode(title);
        writer.WriteLine($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Evaluation of {heading}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>");
        writer.WriteLine($"<h1>Evaluation of {heading}</h1>\n<p class=\"note\">Policy {WebUtility.HtmlEncode(result.PolicyHash)}</p>");
        WriteTiles(writer, result);
        WriteDecisions(writer, result);
        WriteCurves(writer, result);
        WriteScenarios(writer, result);
        WriteFactors(writer, result);
        writer.WriteLine("</body>\n</html>");
    }

    private static void WriteTiles(TextWriter writer, EvaluationResult result)
    {
        var flagged = result.Flagged;
        writer.WriteLine("<div class=\"tiles\">");
        WriteTile(writer, "payments evaluated", Count(result.Evaluated));
        WriteTile(writer, "of them fraud", Count(result.Fraud));
        WriteTile(writer, "recall", Share(flagged.Payments.Recall));
        WriteTile(writer, "precision", Share(flagged.Payments.Precision));
        WriteTile(writer, "false positive rate", Share(flagged.Payments.FalsePositiveRate));
        WriteTile(writer, "average precision", Share(result.Ranking?.AveragePrecision));
        WriteTile(writer, $"loss prevented, {result.BaseCurrency}", Money(result, flagged.Money.FraudFlagged));
        WriteTile(writer, $"good value blocked, {result.BaseCurrency}", Money(result, flagged.Money.GenuineFlagged));
        writer.WriteLine("</div>");
        writer.WriteLine($"<p class=\"note\">Flagged is {Name(result.FlaggedFrom)} or worse. {Count(result.Unlabelled)} payments have no label and are not counted; the amount of {Count(result.WithoutAmount)} is not known in {WebUtility.HtmlEncode(result.BaseCurrency)}.</p>");
    }

    private static void WriteTile(TextWriter writer, string name, string value)
        => writer.WriteLine($"<div class=\"tile\"><b>{WebUtility.HtmlEncode(value)}</b>{WebUtility.HtmlEncode(name)}</div>");

    private static void WriteDecisions(TextWriter writer, EvaluationResult result)
    {
        writer.WriteLine("<h2>Decisions against labels</h2>");
        Begin(writer, "Flagged: this or worse", "Fraud flagged", "Fraud passed", "Genuine flagged", "Genuine passed", "Precision", "Recall", "FP rate", "Accuracy", "F1", "False alarms a hit");
        foreach (var decision in result.Decisions)
        {
            var counts = decision.Payments;
            Row(writer, decision.From == result.FlaggedFrom, Name(decision.From), Count(counts.FraudFlagged), Count(counts.FraudPassed), Count(counts.GenuineFlagged), Count(counts.GenuinePassed), Share(counts.Precision), Share(counts.Recall), Share(counts.FalsePositiveRate), Share(counts.Accuracy), Share(counts.F1), Times(counts.FalseAlarmsPerHit));
        }

        End(writer);
        writer.WriteLine($"<h2>Money, {WebUtility.HtmlEncode(result.BaseCurrency)}</h2>");
        Begin(writer, "Flagged: this or worse", "Loss prevented", "Loss", "Good value blocked", "Good value passed", "Loss prevented, share", "Blocked, share");
        foreach (var decision in result.Decisions)
        {
            var sums = decision.Money;
            Row(writer, decision.From == result.FlaggedFrom, Name(decision.From), Money(result, sums.FraudFlagged), Money(result, sums.FraudPassed), Money(result, sums.GenuineFlagged), Money(result, sums.GenuinePassed), Share(sums.Recall), Share(sums.FalsePositiveRate));
        }

        End(writer);
    }

    private static void WriteCurves(TextWriter writer, EvaluationResult result)
    {
        writer.WriteLine("<h2>Scores</h2>");
        if (result.Ranking is not { } ranking)
        {
            writer.WriteLine("<p>No ranking to judge: that takes fraud and genuine payments.</p>");
            return;
        }

        var best = ranking.BestF1;
        writer.WriteLine($"<p>Best F1 {Share(best.F1)} from score {best.Score} on (precision {Share(best.Precision)}, recall {Share(best.Recall)}). Recall {Share(ranking.RecallAt(0.001))} at 0.1 % false positives, {Share(ranking.RecallAt(0.01))} at 1 %, {Share(ranking.RecallAt(0.05))} at 5 %.</p>");
        writer.WriteLine($"<div class=\"curves\">\n{ReportCurves.Roc(ranking)}{ReportCurves.PrecisionRecall(ranking, result)}</div>");
    }

    private static void WriteScenarios(TextWriter writer, EvaluationResult result)
    {
        if (result.Scenarios.Count == 0)
        {
            return;
        }

        writer.WriteLine("<h2>Kinds of fraud</h2>");
        Begin(writer, "Scenario", "Payments", "Flagged", "Recall", "");
        foreach (var scenario in result.Scenarios)
        {
            var share = Share(scenario.Recall);
            writer.WriteLine($"<tr><td>{WebUtility.HtmlEncode(Name(scenario))}</td><td>{Count(scenario.Payments)}</td><td>{Count(scenario.Flagged)}</td><td>{share}</td><td><span class=\"bar\"><i style=\"width:calc(100% * {share})\"></i></span></td></tr>");
        }

        End(writer);
    }

    private static void WriteFactors(TextWriter writer, EvaluationResult result)
    {
        if (result.Factors.Count == 0)
        {
            return;
        }

        writer.WriteLine("<h2>What each factor contributes</h2>");
        Begin(writer, "Factor", "On fraud", "On genuine", "Alone, fraud", "Alone, genuine", "Lift", "Average precision gained");
        foreach (var factor in result.Factors)
        {
            var gain = $"<span{(factor.AveragePrecisionGain < 0 ? " class=\"less\"" : "")}>{Share(factor.AveragePrecisionGain)}</span>";
            writer.WriteLine($"<tr><td>{WebUtility.HtmlEncode(factor.Name)}</td><td>{Count(factor.Fraud)}</td><td>{Count(factor.Genuine)}</td><td>{Count(factor.OnlyFraud)}</td><td>{Count(factor.OnlyGenuine)}</td><td>{Times(factor.Lift)}</td><td>{gain}</td></tr>");
        }

        End(writer);
        writer.WriteLine("<p class=\"note\">Gained is how much average precision falls when the factor's weight is taken out of every score; below zero it puts genuine payments before fraud.</p>");
    }

    private static void Begin(TextWriter writer, params IEnumerable<string> columns)
        => writer.WriteLine($"<div class=\"scroll\"><table>\n<tr>{string.Concat(columns.Select(static column => $"<th>{WebUtility.HtmlEncode(column)}</th>"))}</tr>");

    private static void Row(TextWriter writer, bool isChosen, params IEnumerable<string> fields)
        => writer.WriteLine($"<tr{(isChosen ? " class=\"chosen\"" : "")}>{string.Concat(fields.Select(static field => $"<td>{WebUtility.HtmlEncode(field)}</td>"))}</tr>");

    private static void End(TextWriter writer) => writer.WriteLine("</table></div>");
}
