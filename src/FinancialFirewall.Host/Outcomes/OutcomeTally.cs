using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Outcomes;

/// <summary>Counts what became of a file's reports.</summary>
internal sealed class OutcomeTally
{
    /// <summary>How many refused lines are shown one by one.</summary>
    public const int MaximumExamples = 10;

    private readonly SortedDictionary<string, long> outcomes = new(StringComparer.Ordinal);
    private readonly List<(long Line, Error Error)> examples = [];

    /// <summary>Reports that were recorded.</summary>
    public long Recorded { get; private set; }

    /// <summary>Reports that had been recorded before.</summary>
    public long Repeated { get; private set; }

    /// <summary>Lines that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>What to say where the file was not reported to its end.</summary>
    public string Interrupted => Text($"{Recorded:N0} reports were recorded before. Run the same command again: reports with 'at' or 'idempotencyKey' are recognised and change nothing twice.");

    /// <summary>Counts one.</summary>
    public void Add(OutcomeResult result)
    {
        if (result.Answer is null)
        {
            Refused++;
            if (examples.Count < MaximumExamples)
            {
                examples.Add((result.Line.Line, result.Errors[0]));
            }

            return;
        }

        (Recorded, Repeated) = (Recorded + (result.IsNew ? 1 : 0), Repeated + (result.IsNew ? 0 : 1));
        var outcome = result.Line.Document.Value.Outcome!;
        outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
    }

    /// <summary>Prints outcomes, the first refused lines, and how many there were of each.</summary>
    public void Print(TextWriter output, string? rejectFile)
    {
        foreach (var (outcome, count) in outcomes)
        {
            output.WriteLine(Text($"{outcome,-12}{count,12:N0}"));
        }

        foreach (var (line, error) in examples)
        {
            output.WriteLine(Text($"line {line:N0}: {ErrorText.Of(error)}"));
        }

        if (Refused > 0 && rejectFile is not null)
        {
            output.WriteLine($"All refused lines are in {rejectFile}, with what is wrong with each.");
        }

        output.WriteLine(Text($"{Recorded:N0} {(Recorded == 1 ? "outcome" : "outcomes")} recorded, {Repeated:N0} recorded before, {Refused:N0} {(Refused == 1 ? "line" : "lines")} refused."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
