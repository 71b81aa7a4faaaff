using System.Diagnostics;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Measures stages against each other: in every round each has its turn, so that what slows the machine slows all of them.</summary>
internal sealed class StageRounds(IReadOnlyList<Contender> contenders, int payments, int seed) : IAsyncDisposable
{
    /// <summary>How many rounds do not count: so many that what is hot is compiled well, which takes longer where the machine is busy.</summary>
    private const int YoungRounds = 20;

    private readonly List<Measurement[]> rounds = [];
    private int worked;

    /// <summary>What was measured so far.</summary>
    public StageResults Results => new([.. contenders.Select(static contender => contender.Stage)], rounds);

    /// <summary>Makes every account known, and runs all code until it is compiled well, before anything counts.</summary>
    public async Task WarmUpAsync()
    {
        foreach (var contender in contenders)
        {
            await WarmUpAsync(contender, seed);
        }

        for (var i = 0; i < YoungRounds; i++)
        {
            await WorkThroughAsync();
        }
    }

    /// <summary>Makes every account known to one stage.</summary>
    public static async Task WarmUpAsync(Contender contender, int seed)
    {
        foreach (var filling in contender.Lines.OnceEach(contender.Stage.Name, seed, contender.Stage.Parts))
        {
            await WorkThroughAsync(contender, filling);
        }
    }

    /// <summary>Has a stage work through payments that do not count.</summary>
    public static async Task WorkThroughAsync(Contender contender, PaymentFilling filling)
    {
        var (stage, lines) = contender;
        lines.Fill(filling);
        await stage.PrepareAsync(lines);
        await stage.RunAsync(lines);
        stage.Verify(lines);
    }

    /// <summary>Begins to measure anew.</summary>
    public void Forget() => rounds.Clear();

    /// <summary>Measures one more round.</summary>
    public async Task MeasureAsync() => rounds.Add(await WorkThroughAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var contender in contenders)
        {
            await contender.Stage.DisposeAsync();
        }
    }

    private async Task<Measurement[]> WorkThroughAsync()
    {
        var round = ++worked;
        var measurements = new Measurement[contenders.Count];
        for (var turn = 0; turn < contenders.Count; turn++)
        {
            // Another stage begins each round.
            var index = (turn + round) % contenders.Count;
            var (stage, lines) = contenders[index];
            lines.Fill(new PaymentFilling(stage.Name, round, payments, seed, Parts: stage.Parts));
            await stage.PrepareAsync(lines);
            measurements[index] = await MeasureAsync(stage, lines);
            stage.Verify(lines);
        }

        return measurements;
    }

    private static async Task<Measurement> MeasureAsync(IStage stage, PaymentLines lines)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await stage.RunAsync(lines);
        var elapsed = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu + stage.ForeignProcessorTime;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Measurement(lines.Count / elapsed.TotalSeconds, cpu.TotalMicroseconds / lines.Count, (double)allocated / lines.Count);
    }
}
