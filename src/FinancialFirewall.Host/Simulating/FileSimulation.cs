using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Simulator;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Writing;
using Spectre.Console;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Writes the payments of a simulated world to a file, and their labels beside it.</summary>
internal static class FileSimulation
{
    private const int BufferBytes = 1 << 20;
    private const int LookEvery = 4_096;

    /// <summary>Writes all of them and prints how many there are of which kind.</summary>
    public static Task<ExitCode> RunAsync(SimulateOptions options, CancellationToken interrupted)
    {
        var payments = Payments(options);
        using var output = Open(options.Output!);
        using var labels = options.Labels is null ? null : Open(options.Labels);
        var rhythms = options.Pictures is null ? null : new RhythmTally();
        var tally = Write(options.Format, payments, output, labels, rhythms, interrupted);
        if (rhythms is not null)
        {
            rhythms.Complete();
            RhythmPictures.Write(options.Pictures!, rhythms);
        }

        var report = options.Output is SimulateOptions.Standard ? Console.Error : Console.Out;
        TallyReport.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(report) }), tally);
        return Task.FromResult(ExitCode.Done);
    }

    /// <summary>The payments that were asked for.</summary>
    /// <exception cref="CommandFailedException">No world can be made of the options.</exception>
    public static IEnumerable<SimulatedPayment> Payments(SimulateOptions options)
    {
        var world = Simulation.Create(options.World);
        if (!world.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InputRefused, world.Errors);
        }

        return options.Count is { } count ? world.Value.Payments().TakeWhile((_, index) => index < count) : world.Value.Payments();
    }

    private static ScenarioTally Write(
        PaymentFormat format, IEnumerable<SimulatedPayment> payments, Stream output, Stream? labelled, RhythmTally? rhythms, CancellationToken interrupted)
    {
        var tally = new ScenarioTally();
        using var labels = labelled is null ? null : new LabelWriter(labelled);
        using var writer = PaymentWriters.Open(format, output, payments);
        foreach (var payment in payments)
        {
            if (tally.Payments % LookEvery == 0)
            {
                interrupted.ThrowIfCancellationRequested();
            }

            writer.Write(payment);
            labels?.Write(payment);
            tally.Add(payment);
            rhythms?.Add(payment);
        }

        return tally;
    }

    private static Stream Open(string path) => path is SimulateOptions.Standard
        ? new BufferedStream(Console.OpenStandardOutput(), BufferBytes)
        : new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = BufferBytes });
}
