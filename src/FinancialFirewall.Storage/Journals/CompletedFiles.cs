namespace FinancialFirewall.Storage.Journals;

/// <summary>The log files that nothing will be appended to, oldest first, and the line of those who wait for them to become fewer.</summary>
internal sealed class CompletedFiles(int maximum)
{
    private readonly Lock access = new();
    private readonly Queue<LogChain> files = new();
    private Action? follower;
    private TaskCompletionSource<bool> fewer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From so many on nothing but making them fewer should be done: half as many as may wait.</summary>
    public int Urgent => maximum / 2;

    public int Count
    {
        get
        {
            lock (access)
            {
                return files.Count;
            }
        }
    }

    /// <summary>Whether there are so many that appending has to wait.</summary>
    public bool IsTooMany => Count > maximum;

    /// <summary>Whether there are more than <see cref="Urgent"/>: what is under way is left for them.</summary>
    public bool IsUrgent => Count > Urgent;

    /// <summary>The oldest; <see langword="null"/> for none.</summary>
    public LogChain? Oldest
    {
        get
        {
            lock (access)
            {
                return files.TryPeek(out var file) ? file : null;
            }
        }
    }

    /// <summary>Lets somebody be told of another one, or of somebody who waits for them to become fewer. Who is told must not wait.</summary>
    public void Follow(Action? told) => follower = told;

    public void Add(LogChain file)
    {
        lock (access)
        {
            files.Enqueue(file);
        }

        follower?.Invoke();
    }

    /// <summary>The oldest is gone.</summary>
    public void RemoveOldest()
    {
        lock (access)
        {
            files.Dequeue();
        }

        Answer(isFewer: true);
    }

    /// <summary>Whoever should make them fewer cannot: nobody waits for that any longer.</summary>
    public void GiveUp() => Answer(isFewer: false);

    /// <summary>Waits until there is one less, where there are too many.</summary>
    /// <returns>Whether there is; if not, they do not become fewer at the moment.</returns>
    public Task<bool> WaitAsync()
    {
        Task<bool> answer;
        lock (access)
        {
            if (files.Count <= maximum)
            {
                return Task.FromResult(true);
            }

            answer = fewer.Task;
        }

        follower?.Invoke();
        return answer;
    }

    private void Answer(bool isFewer)
    {
        TaskCompletionSource<bool> waiting;
        lock (access)
        {
            waiting = fewer;
            fewer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult(isFewer);
    }
}
