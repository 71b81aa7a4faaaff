namespace FinancialFirewall.Storage.Segments;

/// <summary>What somebody wants done between two steps of the work behind the log, once a log file and all before it are in segments.</summary>
internal sealed class ArchiveJobs
{
    private readonly Lock access = new();
    private readonly LinkedList<(uint File, Func<ValueTask> Work, TaskCompletionSource Done)> waiting = [];
    private Exception? refusal;

    /// <summary>Adds a job.</summary>
    /// <returns>Completes with the job, or fails as it does, or as the work behind the log does that it waits for.</returns>
    public Task Add(uint file, Func<ValueTask> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (access)
        {
            if (refusal is not null)
            {
                return Task.FromException(refusal);
            }

            waiting.AddLast((file, work, done));
            return done.Task;
        }
    }

    /// <summary>Does the first job that can be done.</summary>
    /// <param name="moved">The last log file that is in segments.</param>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> RunAsync(uint moved)
    {
        if (Take(moved) is not var (_, work, done))
        {
            return false;
        }

        try
        {
            await work();
            done.SetResult();
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }

        return true;
    }

    /// <summary>Fails all that wait.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="isForGood">Whether whoever comes later fails too.</param>
    public void Fail(Exception exception, bool isForGood)
    {
        List<TaskCompletionSource> failed;
        lock (access)
        {
            refusal = isForGood ? exception : refusal;
            failed = [.. waiting.Select(job => job.Done)];
            waiting.Clear();
        }

        failed.ForEach(done => done.SetException(exception));
    }

    private (uint File, Func<ValueTask> Work, TaskCompletionSource Done)? Take(uint moved)
    {
        lock (access)
        {
            for (var job = waiting.First; job is not null; job = job.Next)
            {
                if (job.Value.File <= moved)
                {
                    waiting.Remove(job);
                    return job.Value;
                }
            }

            return null;
        }
    }
}
