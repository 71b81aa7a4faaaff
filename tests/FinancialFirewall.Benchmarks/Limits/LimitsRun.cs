using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>
/// What the machine would permit: how much of each thing it gives, by itself and in its best moment, against how much of it a payment of the durable path takes. What takes the
/// same processors cannot be had at once; the least of them is what no design passes, and what is measured below it is what the design costs.
/// </summary>
internal static class LimitsRun
{
    /// <summary>An account of the demo policy takes 10 lines of memory, and its reference 3 of filters and tables.</summary>
    private const int LinesOfMemory = 13;

    /// <summary>A line with its brief answer.</summary>
    private const int AnsweredBytes = PaymentLines.LineBytes + 196;

    private const int YoungRounds = 5;

    private static readonly int Cores = Environment.ProcessorCount;

    /// <summary>Measures and reports.</summary>
    public static async Task RunAsync(LoadOptions options, TextWriter output)
    {
        var (durable, written) = await MeasureDurableAsync(options);
        var limits = await MeasureAsync(options, durable.CpuMicroseconds, written);
        await output.WriteLineAsync(Machine.Describe(options.Directory));
        await output.WriteLineAsync("\n| what the machine gives | a second | a payment takes | payments/s if they took nothing else | of durable |\n|---|---:|---:|---:|---:|");
        foreach (var limit in limits)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {limit.Name} | {limit.PerSecond:N0} | {limit.PerPayment:N2} | {limit.Payments:N0} | {limit.Payments / durable.PerSecond:F1} |"));
        }
    }

    private static async Task<(Measurement Durable, double? Written)> MeasureDurableAsync(LoadOptions options)
    {
        await using var firewall = await Firewall.StartAsync(options.Directory);
        await using var stage = new DurableStage(firewall);
        await using var rounds = new StageRounds([new Contender(stage, new PaymentLines(options.Payments, options.Accounts))], options.Payments, options.Seed);
        await rounds.WarmUpAsync();
        var before = WrittenBytes.Now;
        for (var round = 0; round < options.Rounds; round++)
        {
            await rounds.MeasureAsync();
        }

        var results = rounds.Results;
        var durable = new Measurement(
            results.RateOf(stage.Name), results.MedianOf(stage.Name, static measured => measured.CpuMicroseconds), results.MedianOf(stage.Name, static measured => measured.AllocatedBytes));
        return (durable, (double?)(WrittenBytes.Now - before) / ((long)options.Rounds * options.Payments));
    }

    private static async Task<IReadOnlyList<Limit>> MeasureAsync(LoadOptions options, double microseconds, double? written)
    {
        var lines = new PaymentLines(options.Payments, options.Accounts);
        lines.FillAtRandom("limits", 0, options.Payments, options.Seed);
        List<Limit> limits =
        [
            new("microseconds of processors", Cores * 1e6, microseconds),
            new("payments read by `Utf8JsonReader`", await OnAllCoresAsync(options.Rounds, lines.Count, () => Reading(lines)), 1),
            new("lines of memory, one waiting for the other", await OnAllCoresAsync(options.Rounds, MemoryLimit.Lines, () => new MemoryLimit(options.Seed).OneByOne), LinesOfMemory),
            new("lines of memory, waits overlapping", await OnAllCoresAsync(options.Rounds, MemoryLimit.Lines, () => new MemoryLimit(options.Seed).Overlapping), LinesOfMemory),
        ];
        using var loopback = new LoopbackLimit();
        limits.Add(new("bytes through the loopback interface", await BestAsync(options.Rounds, LoopbackLimit.Bytes, loopback.RunAsync), AnsweredBytes));
        if (written is { } bytes)
        {
            await using var disk = new DiskLimit(options.Directory);
            limits.Add(new("bytes sealed", await OnAllCoresAsync(options.Rounds, SealLimit.Bytes, () => SealLimit.Run), bytes));
            limits.Add(new("bytes written and flushed", await BestAsync(options.Rounds, DiskLimit.Bytes, disk.RunAsync), bytes));
        }

        return limits;
    }

    private static Action Reading(PaymentLines lines)
    {
        var stage = new ReadStage();
        return () =>
        {
            stage.RunAsync(lines).GetAwaiter().GetResult();
            stage.Verify(lines);
        };
    }

    /// <summary>How many units a second all cores do together, each with work of its own.</summary>
    private static async Task<double> OnAllCoresAsync(int rounds, double units, Func<Action> create)
    {
        Action[] works = [.. Enumerable.Range(0, Cores).Select(_ => create())];
        return await BestAsync(rounds, units * Cores, () => Task.WhenAll(works.Select(OwnThread.RunAsync)));
    }

    /// <summary>Units a second in the best of the rounds, after some in which the code is compiled.</summary>
    private static async Task<double> BestAsync(int rounds, double units, Func<Task> run)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < YoungRounds + rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await run();
            var took = Stopwatch.GetElapsedTime(started);
            best = took < best ? took : best;
        }

        return units / best.TotalSeconds;
    }
}
