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
    private const int WriteBytes = 1 << 20;

    /// <summary>Decides the whole file and prints the summary.</summary>
    public static async Task<ExitCode> RunAsync(AssessOptions options, CancellationToken interrupted)
    {
        await using var input = await PaymentInput.OpenAsync(options.Input, interrupted);
        ShowGuess(input, options.Input.Path);
        using var scratch = options.DataDirectory is null ? new ScratchDirectory() : null;
        var directory = options.DataDirectory ?? scratch!.Path;
        await using var engine = scratch is null
            ? await OfflineEngine.StartAsync(directory, options.MasterKey!, interrupted)
            : await OfflineEngine.StartAsync(scratch.Disk, scratch.MasterKey, interrupted);
        var tenant = engine.Services.GetRequiredService<DemoTenant>();
        var provisioned = await tenant.EnsureAsync(options.PolicyFile, directory, interrupted);

        await using var output = OpenOutput(options.Output);
        await using var rejects = OpenOutput(options.RejectFile);
        var summary = new AssessmentSummary(TimeProvider.System);
        var request = new BatchRequest(provisioned.Caller, input.Reader, OpenWriter(output), options.Detail, AssessmentClock.InitiatedAt, summary)
        {
            Syntax = input.Syntax,
            Rejects = options.RejectFile is null ? null : OpenWriter(rejects),
        };
        var end = await RunAsync(engine, request, summary, input.Progress, interrupted);

        var report = string.Equals(options.Output, AssessOptions.Standard, StringComparison.Ordinal) ? Console.Error : Console.Out;
        SummaryReport.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(report) }), summary, options.RejectFile);
        return (end, summary.Refused) switch
        {
            (BatchEnd.Stopping, _) => ExitCode.Interrupted,
            (BatchEnd.Broken or BatchEnd.CutOff, _) => ExitCode.InputRefused,
            (_, > 0) when options.RejectFile is null => ExitCode.InputRefused,
            _ => ExitCode.Done,
        };
    }

    /// <summary>Prints what <c>--guess</c> asks for: the map that would be used, and nothing is decided.</summary>
    public static async Task<ExitCode> GuessAsync(InputOptions options, CancellationToken interrupted)
    {
        await using var input = await PaymentInput.OpenAsync(options, interrupted);
        if (input.Guess is null)
        {
            throw new CommandFailedException(ExitCode.Usage, "There is nothing to guess: only CSV has columns, and a header that names the members of a payment needs no map.");
        }

        GuessReport.WriteColumns(input.Guess);
        GuessReport.WriteMap(input.Guess);
        return ExitCode.Done;
    }

    /// <summary>Shows the columns that were guessed.</summary>
    /// <exception cref="CommandFailedException">Not enough of them could be guessed.</exception>
    public static void ShowGuess(PaymentInput input, string path)
    {
        if (input.Guess is { } guess)
        {
            GuessReport.WriteColumns(guess);
            if (GuessReport.Refusal(guess, path) is { } refusal)
            {
                throw refusal;
            }
        }
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
        await request.Output.CompleteAsync();
        if (request.Rejects is not null)
        {
            await request.Rejects.CompleteAsync();
        }

        return end;
    }

    private static PipeWriter OpenWriter(Stream stream) => PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: WriteBytes, leaveOpen: true));

    private static Stream OpenOutput(string? path) => path switch
    {
        null => Stream.Null,
        AssessOptions.Standard => Console.OpenStandardOutput(),
        _ => new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 }),
    };
}
