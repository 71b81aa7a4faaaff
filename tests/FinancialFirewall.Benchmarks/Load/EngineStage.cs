namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Engines beside each other, one a thread, each with accounts of its own.</summary>
internal sealed class EngineStage(string name, int engineCount) : IStage
{
    private readonly Engine[] engines = [.. Enumerable.Range(0, engineCount).Select(static _ => new Engine())];
    private long before;

    public string Name => name;

    public string Description
        => $"{(engineCount == 1 ? "one thread" : $"{engineCount} threads, each with accounts of its own")}: read, normalise, pack, decide, record, brief answer; in memory";

    public int Parts => engineCount;

    private long Decided => engines.Sum(static engine => engine.Decided);

    public Task RunAsync(PaymentLines lines)
    {
        before = Decided;
        return Task.WhenAll(engines.Select((engine, part) => OwnThread.RunAsync(() => engine.Run(lines.Part(part).Span))));
    }

    public void Verify(PaymentLines lines)
    {
        if (Decided - before != lines.Count)
        {
            throw new InvalidOperationException($"{Decided - before} of {lines.Count} payments were decided.");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
