using System.Diagnostics;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Measures the stages against each other in one run: in every round each has its turn, so that what slows the machine slows all of them.</summary>
internal static class LoadRun
{
    /// <summary>Measures and reports.</summary>
    public static async Task RunAsync(LoadOptions options, TextWriter output)
    {
        var lines = new PaymentLines(options.Payments, options.Accounts);
        await using var firewall = await Firewall.StartAsync(options.Directory);
        var stages = options.Stages.Select(name => Create(name, firewall)).ToArray();
        await WarmUpAsync(stages, lines, options);

        var rounds = new List<Measurement[]>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            rounds.Add(await MeasureAsync(stages, lines, options, round));
            await output.WriteLineAsync(LoadReport.Round(round, stages, rounds[^1]));
        }

        await output.WriteLineAsync(LoadReport.Table(options, stages, rounds));
        foreach (var stage in stages)
        {
            await stage.DisposeAsync();
        }
    }

    private static IStage Create(string name, Firewall firewall) => name switch
    {
        "read" => new ReadStage(),
        "engine" => new EngineStage(),
        "durable" => new DurableStage(firewall),
        "http" => new HttpStage(firewall),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"The stages are {string.Join(", ", LoadOptions.AllStages)}."),
    };

    /// <summary>Makes every account known, and runs all code once, before anything counts.</summary>
    private static async Task WarmUpAsync(IStage[] stages, PaymentLines lines, LoadOptions options)
    {
        foreach (var stage in stages)
        {
            lines.FillOnceEach(stage.Name, options.Seed);
            await stage.RunAsync(lines);
            stage.Verify(lines);
        }
    }

    private static async Task<Measurement[]> MeasureAsync(IStage[] stages, PaymentLines lines, LoadOptions options, int round)
    {
        var measurements = new Measurement[stages.Length];
        for (var turn = 0; turn < stages.Length; turn++)
        {
            // Another stage begins each round.
            var index = (turn + round) % stages.Length;
            lines.FillAtRandom(stages[index].Name, round, options.Payments, options.Seed);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var cpu = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            await stages[index].RunAsync(lines);
            var elapsed = Stopwatch.GetElapsedTime(start);
            cpu = Environment.CpuUsage.TotalTime - cpu;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            stages[index].Verify(lines);
            measurements[index] = new Measurement(
                lines.Count / elapsed.TotalSeconds, cpu.TotalMicroseconds / lines.Count, (double)allocated / lines.Count);
        }

        return measurements;
    }
}
