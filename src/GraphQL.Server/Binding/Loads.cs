namespace GraphQL.Server.Binding;

/// <summary>What one request asks loaders for.</summary>
internal sealed class Loads
{
    private readonly Dictionary<object, ILoad> loads = [];
    private readonly HashSet<ILoad> waiting = [];
    private readonly List<Task> fetching = [];
    private TaskCompletionSource asked = new();

    /// <summary>Whether somebody waits for a fetch that has not begun.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (loads)
            {
                return waiting.Count > 0;
            }
        }
    }

    /// <summary>Ends when somebody asks for something.</summary>
    public Task Asked
    {
        get
        {
            lock (loads)
            {
                return asked.Task;
            }
        }
    }

    public Task<TValue?> LoadAsync<TKey, TValue>(Loader<TKey, TValue> loader, TKey key, RequestContext request)
        where TKey : notnull
    {
        lock (loads)
        {
            if (!loads.TryGetValue(loader, out var load))
            {
                loads[loader] = load = new Load<TKey, TValue>(loader, request);
            }

            var answer = ((Load<TKey, TValue>)load).Ask(key, out var isNew);
            if (isNew)
            {
                waiting.Add(load);
                asked.TrySetResult();
            }

            return answer;
        }
    }

    /// <summary>Begins to fetch what is asked for, one call a loader.</summary>
    public void Fetch()
    {
        List<ILoad> now;
        lock (loads)
        {
            now = [.. waiting];
            waiting.Clear();
            asked = new TaskCompletionSource();
        }

        fetching.RemoveAll(task => task.IsCompleted);
        fetching.AddRange(now.Select(load => load.FetchAsync()));
    }
}
