using System.Globalization;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Host.CommandLine;
using Spectre.Console;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Prints a summary as tables.</summary>
internal static class SummaryReport
{
    private const int MaximumFactors = 10;
    private const int NarrowestConsole = 100;

    /// <summary>Prints decisions, levels, the most frequent factors, the first refused lines and the rate.</summary>
    public static void Write(IAnsiConsole console, AssessmentSummary summary, string? rejectFile)
    {
        console.Profile.Width = Math.Max(console.Profile.Width, NarrowestConsole);
        console.Write(Counts("Decision", [.. Enum.GetValues<Decision>().Select(decision => (AnswerNames.Of(decision), summary.Count(decision)))], summary.Answered));
        console.Write(Counts("Level", [.. Enum.GetValues<RiskLevel>().Select(level => (AnswerNames.Of(level), summary.Count(level)))], summary.Answered));
        var factors = summary.Factors.Take(MaximumFactors).Select(static factor => (factor.Key, factor.Value)).ToList();
        if (factors.Count > 0)
        {
            console.Write(Counts("Factor", factors, summary.Answered));
        }

        WriteRefused(console, summary);
        if (summary.Refused > 0 && rejectFile is not null)
        {
            console.WriteLine($"All of them are in {rejectFile}, one a line, with the payment and what is wrong with it.");
        }

        console.WriteLine(Total(summary));
    }

    private static Table Counts(string title, IReadOnlyList<(string Name, long Count)> rows, long total)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(title).AddColumn(new TableColumn("Payments").RightAligned()).AddColumn(new TableColumn("Share").RightAligned());
        foreach (var (name, count) in rows)
        {
            table.AddRow(Markup.Escape(name), Number(count), Share(count, total));
        }

        return table;
    }

    private static void WriteRefused(IAnsiConsole console, AssessmentSummary summary)
    {
        if (summary.Refused == 0)
        {
            return;
        }

        console.WriteLine($"{Number(summary.Refused)} lines were refused{(summary.Refused > summary.Examples.Count ? ", the first of them:" : ":")}");
        foreach (var (line, error) in summary.Examples)
        {
            console.WriteLine($"  line {Number(line)}: {ErrorText.Of(error)}");
        }
    }

    private static string Total(AssessmentSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Answered:N0} payments assessed ({summary.Duplicates:N0} duplicates, {summary.Degraded:N0} degraded), {summary.Refused:N0} lines refused, in {summary.Elapsed.TotalSeconds:N1} s: {summary.Rate:N0}/s.");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long count, long total)
        => total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / total:0.00} %");
}
