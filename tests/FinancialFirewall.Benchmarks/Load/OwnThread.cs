namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Work that keeps a thread busy, or blocks it, for as long as it takes: it gets one of its own, so that nobody waits for the pool.</summary>
internal static class OwnThread
{
    /// <summary>Begins it.</summary>
    public static Task RunAsync(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
