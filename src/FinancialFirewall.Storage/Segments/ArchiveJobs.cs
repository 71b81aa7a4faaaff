namespace FinancialFirewall.Storage.Segments;

/// <summary>What somebody wants done between two steps of the work behind the log, once a log file and all before it are in segments.</summary>
internal sealed class ArchiveJobs
{
    private readonly Lock access = new();
    private readonly LinkedList<(uint File, Func<ValueTask> Work, TaskCompletionSource Done)> waiting = [];
    private bool isClosed;

    /// <summary>Adds a job.</summary>
    /// <returns>Completes with the job, or fails as it does, or as the work behind the log does that it waits for; cancelled when the work ends.</returns>
    public Task Add(uint file, Func<ValueTask> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (access)
        {
            if (isClosed)
            {
                done.SetCanceled();
                return done.Task;
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

    /// <summary>Fails those that wait for log files that could not be moved.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="moved">The last log file that is in segments.</param>
    public void Fail(Exception exception, uint moved)
    {
        lock (access)
        {
            foreach (var job in waiting.Where(job => job.File > moved).ToList())
            {
                waiting.Remove(job);
                job.Done.SetException(exception);
            }
        }
    }

    /// <summary>Cancels all that wait, and whoever comes later.</summary>
    public void Close()
    {
        lock (access)
        {
            isClosed = true;
            foreach (var job in waiting)
            {
                job.Done.SetCanceled();
            }

            waiting.Clear();
        }
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
