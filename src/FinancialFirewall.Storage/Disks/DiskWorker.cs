#pragma warning disable RS0030 // Blocking calls need threads of their own, so that they never hold up a grain's turn.
namespace FinancialFirewall.Storage.Disks;

/// <summary>A few dedicated threads that do blocking disk calls in the order in which they were asked for. At most <see cref="MaximumPending"/> wait
/// in line; whoever comes later waits asynchronously. A thread without work sleeps at once: a disk takes longer than looking out for work is worth.</summary>
internal sealed class DiskWorker : IDisposable
{
    /// <summary>How many calls may wait in line.</summary>
    public const int MaximumPending = 1_024;

    private readonly Queue<Action> line = [];
    private readonly SemaphoreSlim room = new(MaximumPending);
    private readonly Thread[] threads;
    private bool isClosed;

    public DiskWorker(string name, int threadCount)
    {
        threads = new Thread[threadCount];
        for (var i = 0; i < threadCount; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = $"{name} {i}" };
            threads[i].Start();
        }
    }

    /// <summary>Does <paramref name="call"/> on one of the threads; its outcome, exception included, becomes the task's.</summary>
    public async Task<T> RunAsync<T>(Func<T> call)
    {
        await room.WaitAsync();
        try
        {
            var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            Add(() => Complete(call, completion));
            return await completion.Task;
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Lets the threads end after what is in line; does not wait for them.</summary>
    public void Dispose()
    {
        lock (line)
        {
            isClosed = true;
            Monitor.PulseAll(line);
        }
    }

    private static void Complete<T>(Func<T> call, TaskCompletionSource<T> completion)
    {
        try
        {
            completion.SetResult(call());
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }

    private void Add(Action call)
    {
        lock (line)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            line.Enqueue(call);
            Monitor.Pulse(line);
        }
    }

    private void Work()
    {
        while (Take() is { } call)
        {
            call();
        }
    }

    /// <returns>The next call; <see langword="null"/> when there will be none.</returns>
    private Action? Take()
    {
        lock (line)
        {
            while (line.Count == 0)
            {
                if (isClosed)
                {
                    return null;
                }

                Monitor.Wait(line);
            }

            return line.Dequeue();
        }
    }
}
