using System.Buffers;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Host.Assessing;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Outcomes;

/// <summary>Reports a file of outcomes.</summary>
internal static class OutcomeFile
{
    private const int TellingBytes = 4096;

    /// <summary>Reports the whole file and prints what became of it.</summary>
    public static async Task<ExitCode> RunAsync(OutcomeOptions options, IOutcomeSink sink, CancellationToken interrupted)
    {
        await using var input = await InputFile.OpenAsync(options.Path, interrupted);
        var format = options.Format ?? FormatDetection.Detect(new ReadOnlySequence<byte>((await input.PeekAsync(TellingBytes, interrupted)).Beginning));
        if (format == PaymentFormat.Iso20022)
        {
            throw new CommandFailedException(ExitCode.Usage, $"'{options.Path}' is XML; outcomes are NDJSON, a JSON array, or CSV.");
        }

        var tally = new OutcomeTally();
        await using var rejects = options.RejectFile is null ? null : new FileStream(options.RejectFile, FileMode.Create, FileAccess.Write);
        try
        {
            await ReportAsync(OutcomeLines.ReadAsync(input.Reader, format, interrupted), sink, tally, rejects, interrupted);
        }
        catch (IOException unreadable)
        {
            throw new CommandFailedException(ExitCode.InputRefused, unreadable.Message, tally.Interrupted);
        }
        catch (CommandFailedException failed)
        {
            throw new CommandFailedException(failed.Code, [.. failed.Messages, tally.Interrupted]);
        }

        await sink.EndAsync(tally.Recorded, tally.Refused);
        tally.Print(Console.Out, options.RejectFile);
        return tally.Refused > 0 && options.RejectFile is null ? ExitCode.InputRefused : ExitCode.Done;
    }

    private static async Task ReportAsync(IAsyncEnumerable<OutcomeLine> lines, IOutcomeSink sink, OutcomeTally tally, Stream? rejects, CancellationToken interrupted)
    {
        await foreach (var group in lines.Chunk(OutcomeReports.MaximumTogether).WithCancellation(interrupted))
        {
            foreach (var result in await sink.ReportAsync(group, interrupted))
            {
                tally.Add(result);
                if (rejects is not null && result.Answer is null)
                {
                    var line = new ArrayBufferWriter<byte>();
                    OutcomeWriter.WriteLine(line, result);
                    line.Write("\n"u8);
                    await rejects.WriteAsync(line.WrittenMemory, interrupted);
                }
            }
        }
    }
}
