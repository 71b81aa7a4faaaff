using System.Collections.Concurrent;

namespace Orleans.Contract;

/// <summary>What tests and grains share: gates that hold a request, signals that it came somewhere, and a list of what happened.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> signals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> events = new();
    private volatile bool allOpen;

    public IReadOnlyList<string> Events => [.. events];

    public void Happened(string what) => events.Enqueue(what);

    /// <summary>Says that <paramref name="name"/> was reached.</summary>
    public void Signal(string name) => Of(name).TrySetResult();

    /// <summary>Waits until <paramref name="name"/> was reached.</summary>
    public Task Reached(string name) => allOpen ? Task.CompletedTask : Of(name).Task;

    public bool WasReached(string name) => Of(name).Task.IsCompleted;

    public void OpenAll()
    {
        allOpen = true;
        foreach (var signal in signals.Values)
        {
            signal.TrySetResult();
        }
    }

    private TaskCompletionSource Of(string name) => signals.GetOrAdd(name, static _ => new TaskCompletionSource());
}
