using System.IO.Pipelines;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Decides a file of payments.</summary>
internal static class FileAssessment
{
    private const int ReadBytes = 1 << 20;

    /// <summary>Decides the whole file and prints the summary.</summary>
    public static async Task<ExitCode> RunAsync(AssessOptions options, CancellationToken interrupted)
    {
        await using var input = OpenInput(options.Input);
        using var scratch = options.DataDirectory is null ? new ScratchDirectory() : null;
        var directory = options.DataDirectory ?? scratch!.Path;
        await using var engine = await OfflineEngine.StartAsync(directory, options.MasterKey ?? scratch!.MasterKey, interrupted);
        var tenant = engine.Services.GetRequiredService<DemoTenant>();
        var provisioned = await tenant.EnsureAsync(options.PolicyFile, directory, interrupted);

        await using var output = OpenOutput(options.Output);
        var summary = new AssessmentSummary(TimeProvider.System);
        var request = new BatchRequest(
            provisioned.Caller,
            OpenReader(input),
            PipeWriter.Create(output, new StreamPipeWriterOptions(minimumBufferSize: ReadBytes, leaveOpen: true)),
            options.Detail,
            AssessmentClock.InitiatedAt,
            summary);
        var end = await RunAsync(engine, request, summary, new InputProgress(input), interrupted);

        var report = string.Equals(options.Output, AssessOptions.Standard, StringComparison.Ordinal) ? Console.Error : Console.Out;
        SummaryReport.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(report) }), summary);
        return (end, summary.Refused) switch
        {
            (BatchEnd.Stopping, _) => ExitCode.Interrupted,
            (_, > 0) => ExitCode.InputRefused,
            _ => ExitCode.Done,
        };
    }

    /// <summary>Decides everything that a request has, and shows how far it is.</summary>
    public static async Task<BatchEnd> RunAsync(
        OfflineEngine engine, BatchRequest request, AssessmentSummary summary, InputProgress progress, CancellationToken interrupted)
    {
        var failure = engine.Services.GetRequiredService<FirewallStatus>().JournalFailure;
        var running = engine.Services.GetRequiredService<BatchStream>().RunAsync(request, interrupted, CancellationToken.None);
        await ProgressReport.ShowAsync(running, summary, progress);
        if (failure.IsCompleted)
        {
            throw await failure;
        }

        var end = await running;
        await request.Input.CompleteAsync();
        await request.Output.CompleteAsync();
        return end;
    }

    /// <summary>Opens a file of payments.</summary>
    public static Stream OpenInput(string path)
    {
        if (path is AssessOptions.Standard)
        {
            return Console.OpenStandardInput();
        }

        return File.Exists(path)
            ? new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 0 })
            : throw new CommandFailedException(ExitCode.Usage, $"There is no file '{path}'.");
    }

    /// <summary>Reads what was opened; the stream stays open.</summary>
    public static PipeReader OpenReader(Stream input)
        => PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: ReadBytes, minimumReadSize: ReadBytes / 4, leaveOpen: true));

    private static Stream OpenOutput(string? path) => path switch
    {
        null => Stream.Null,
        AssessOptions.Standard => Console.OpenStandardOutput(),
        _ => new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 }),
    };
}
