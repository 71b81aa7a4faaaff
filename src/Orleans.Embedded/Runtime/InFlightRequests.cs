namespace Orleans.Runtime;

/// <summary>The requests of one activation that have not ended, oldest first.</summary>
internal sealed class InFlightRequests
{
    private readonly Lock gate = new();
    private Request? first;
    private Request? last;
    private int count;
    private TaskCompletionSource? whenEmpty;

    public int Count => Volatile.Read(ref count);

    /// <summary>Adds a request, unless <paramref name="limit"/> are there; 0 is no limit.</summary>
    public bool TryAdd(Request request, int limit)
    {
        lock (gate)
        {
            if (limit > 0 && count >= limit)
            {
                return false;
            }

            request.PreviousInFlight = last;
            if (last is null)
            {
                first = request;
            }
            else
            {
                last.NextInFlight = request;
            }

            last = request;
            count++;
            return true;
        }
    }

    public void Remove(Request request)
    {
        TaskCompletionSource? empty = null;
        lock (gate)
        {
            var (before, after) = (request.PreviousInFlight, request.NextInFlight);
            first = ReferenceEquals(first, request) ? after : first;
            last = ReferenceEquals(last, request) ? before : last;
            before?.NextInFlight = after;
            after?.PreviousInFlight = before;
            request.PreviousInFlight = null;
            request.NextInFlight = null;
            if (--count == 0)
            {
                (empty, whenEmpty) = (whenEmpty, null);
            }
        }

        empty?.TrySetResult();
    }

    /// <summary>Completes when none is in flight.</summary>
    public Task WhenEmpty()
    {
        lock (gate)
        {
            if (count == 0)
            {
                return Task.CompletedTask;
            }

            whenEmpty ??= new TaskCompletionSource();
            return whenEmpty.Task;
        }
    }

    /// <summary>Adds to <paramref name="late"/> what nobody answered by <paramref name="now"/>.</summary>
    /// <returns>The earliest deadline of the others.</returns>
    public long Collect(long now, List<Request> late)
    {
        var earliest = long.MaxValue;
        lock (gate)
        {
            for (var request = first; request is not null; request = request.NextInFlight)
            {
                if (request.IsAnswered)
                {
                    continue;
                }

                if (request.Deadline <= now)
                {
                    late.Add(request);
                }
                else
                {
                    earliest = Math.Min(earliest, request.Deadline);
                }
            }
        }

        return earliest;
    }

    /// <summary>All of them, oldest first.</summary>
    public List<Request> ToList()
    {
        var all = new List<Request>();
        lock (gate)
        {
            for (var request = first; request is not null; request = request.NextInFlight)
            {
                all.Add(request);
            }
        }

        return all;
    }
}
