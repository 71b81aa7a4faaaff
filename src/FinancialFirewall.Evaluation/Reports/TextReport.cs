using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Evaluation.Rankings;
using static FinancialFirewall.Evaluation.Reports.ReportNumbers;

namespace FinancialFirewall.Evaluation.Reports;

/// <summary>An evaluation as a text for a terminal.</summary>
public static class TextReport
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, EvaluationResult result)
    {
        writer.WriteLine($"{Count(result.Evaluated)} payments evaluated, {Count(result.Fraud)} of them fraud ({Share(result.FraudShare)}); {Count(result.Unlabelled)} without a label, {Count(result.WithoutAmount)} without an amount in {result.BaseCurrency}.");
        writer.WriteLine();
        WriteDecisions(writer, result);
        WriteRanking(writer, result.Ranking);
        WriteScenarios(writer, result);
        WriteFactors(writer, result);
    }

    private static void WriteDecisions(TextWriter writer, EvaluationResult result)
    {
        var table = new TextTable("Flagged: this or worse", "Fraud flagged", "Fraud passed", "Genuine flagged", "Genuine passed", "Precision", "Recall", "FP rate", "Accuracy", "F1");
        var money = new TextTable($"Money, {result.BaseCurrency}", "Loss prevented", "Loss", "Good value blocked", "Good value passed", "Loss prevented, share", "Blocked, share");
        foreach (var decision in result.Decisions)
        {
            var counts = decision.Payments;
            var sums = decision.Money;
            table.Add(Name(decision.From), Count(counts.FraudFlagged), Count(counts.FraudPassed), Count(counts.GenuineFlagged), Count(counts.GenuinePassed), Share(counts.Precision), Share(counts.Recall), Share(counts.FalsePositiveRate), Share(counts.Accuracy), Share(counts.F1));
            money.Add(Name(decision.From), Money(result, sums.FraudFlagged), Money(result, sums.FraudPassed), Money(result, sums.GenuineFlagged), Money(result, sums.GenuinePassed), Share(sums.Recall), Share(sums.FalsePositiveRate));
        }

        table.Write(writer);
        money.Write(writer);
    }

    private static void WriteRanking(TextWriter writer, Ranking? ranking)
    {
        if (ranking is null)
        {
            writer.WriteLine("No ranking to judge: that takes fraud and genuine payments.");
        }
        else
        {
            var best = ranking.BestF1;
            writer.WriteLine($"Scores: average precision {Share(ranking.AveragePrecision)}, area under ROC {Share(ranking.AreaUnderRoc)}, best F1 {Share(best.F1)} from score {best.Score} on (precision {Share(best.Precision)}, recall {Share(best.Recall)}),");
            writer.WriteLine($"recall {Share(ranking.RecallAt(0.001))} at 0.1 % false positives, {Share(ranking.RecallAt(0.01))} at 1 %, {Share(ranking.RecallAt(0.05))} at 5 %.");
        }

        writer.WriteLine();
    }

    private static void WriteScenarios(TextWriter writer, EvaluationResult result)
    {
        var table = new TextTable($"Scenario, flagged: {Name(result.FlaggedFrom)} or worse", "Fraud", "Flagged", "Recall");
        foreach (var scenario in result.Scenarios)
        {
            table.Add(Name(scenario), Count(scenario.Payments), Count(scenario.Flagged), Share(scenario.Recall));
        }

        table.Write(writer);
    }

    private static void WriteFactors(TextWriter writer, EvaluationResult result)
    {
        var table = new TextTable("Factor", "On fraud", "On genuine", "Alone, fraud", "Alone, genuine", "Lift", "Average precision gained");
        foreach (var factor in result.Factors)
        {
            table.Add(factor.Name, Count(factor.Fraud), Count(factor.Genuine), Count(factor.OnlyFraud), Count(factor.OnlyGenuine), Times(factor.Lift), Share(factor.AveragePrecisionGain));
        }

        table.Write(writer);
    }
}
