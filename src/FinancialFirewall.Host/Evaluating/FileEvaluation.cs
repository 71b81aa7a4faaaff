using System.IO.Pipelines;
using FinancialFirewall.Evaluation.Reports;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Host.Assessing;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Evaluating;

/// <summary>Decides a file of payments and holds the decisions against labels.</summary>
internal static class FileEvaluation
{
    /// <summary>Decides the whole file, writes the reports and prints the figures.</summary>
    public static async Task<ExitCode> RunAsync(EvaluateOptions options, CancellationToken interrupted)
    {
        var labels = await LabelFile.ReadAsync(options.Labels, options.Columns, interrupted);
        await using var input = await PaymentInput.OpenAsync(options.Input, interrupted);
        FileAssessment.ShowGuess(input, options.Input.Path);
        using var scratch = new ScratchDirectory();
        await using var engine = await OfflineEngine.StartAsync(scratch.Disk, scratch.MasterKey, interrupted);
        var provisioned = await engine.Services.GetRequiredService<DemoTenant>().EnsureAsync(options.PolicyFile, scratch.Path, interrupted);

        await using var scores = options.Reports.Scores is { } path ? new StreamWriter(path) : null;
        scores?.WriteLine("id,score");
        var summary = new AssessmentSummary(TimeProvider.System);
        var observer = new EvaluationObserver(options, labels, scores, summary);
        var request = new BatchRequest(
            provisioned.Caller, input.Reader, PipeWriter.Create(Stream.Null), AnswerDetail.Brief, AssessmentClock.InitiatedAt, observer)
        {
            Syntax = input.Syntax,
        };
        var end = await FileAssessment.RunAsync(engine, request, summary, input.Progress, interrupted);
        if (end == BatchEnd.Stopping)
        {
            return ExitCode.Interrupted;
        }

        var result = observer.Result();
        options.Reports.Write(Path.GetFileName(options.Input.Path), result);
        TextReport.Write(Console.Out, result);
        await WriteRefusedAsync(summary);
        return summary.Refused > 0 ? ExitCode.InputRefused : ExitCode.Done;
    }

    private static async Task WriteRefusedAsync(AssessmentSummary summary)
    {
        if (summary.Refused == 0)
        {
            return;
        }

        await Console.Error.WriteLineAsync($"{summary.Refused} lines were refused and not evaluated, the first of them:");
        foreach (var (line, error) in summary.Examples)
        {
            await Console.Error.WriteLineAsync($"  line {line}: {ErrorText.Of(error)}");
        }
    }
}
