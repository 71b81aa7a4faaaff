using System.Diagnostics;

namespace FinancialFirewall.Simulation.Running;

/// <summary>Runs histories on all cores until enough have run, time is over, or somebody asks to stop. Each history stays on one thread.</summary>
/// <param name="options">What is asked for.</param>
/// <param name="tell">Is told of each violation, from any thread.</param>
internal sealed class Campaign(CommandOptions options, Action<string> tell)
{
    private static readonly TimeSpan ReportPeriod = TimeSpan.FromSeconds(2);

    private readonly Stopwatch watch = new();
    private int next = options.FirstSeed - 1;

    /// <summary>What came of it so far.</summary>
    public Totals Totals { get; } = new();

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => watch.Elapsed;

    /// <summary>Runs to the end.</summary>
    /// <param name="report">Is told now and then how far it is.</param>
    /// <param name="stopping">Begins no further history.</param>
    public void Run(Action<string> report, CancellationToken stopping)
    {
        watch.Start();
        var threads = Enumerable.Range(0, options.Threads).Select(_ => new Thread(() => Work(stopping), maxStackSize: 16 << 20)).ToList();
        threads.ForEach(static thread => thread.Start());
        while (!threads.TrueForAll(thread => thread.Join(ReportPeriod)))
        {
            report(Totals.Line());
        }
    }

    private void Work(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && Goes() && Interlocked.Increment(ref next) is var seed && IsWanted(seed))
        {
            var result = SimulationRun.Run(new SimulationSpec(seed, options.Kinds, options.Operations));
            Totals.Add(result);
            if (result.Violation is { } violation)
            {
                tell($"Seed {seed} ({result.Spec.Mixture}): {violation.Message}");
            }
        }
    }

    private bool Goes() => watch.Elapsed.TotalMinutes < (options.Minutes ?? (options.Seeds is null ? 1 : double.MaxValue));

    private bool IsWanted(int seed) => options.Seeds is not { } wanted || seed - options.FirstSeed < wanted;
}
