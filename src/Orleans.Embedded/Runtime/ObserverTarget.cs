using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>Calls an observer, one call at a time and in order, on the process's own scheduler.</summary>
internal sealed class ObserverTarget(Silo silo, IGrainObserver observer) : IRequestTarget
{
    private readonly Lock gate = new();
    private readonly Queue<CallRequest> calls = new();
    private bool isRunning;

    public void Receive(Request request)
    {
        var limit = silo.Messaging.MaxEnqueuedRequestsHardLimit;
        lock (gate)
        {
            if (limit > 0 && calls.Count >= limit)
            {
                request.Fail(new LimitExceededException(nameof(silo.Messaging.MaxEnqueuedRequestsHardLimit), calls.Count, limit, observer));
                return;
            }

            calls.Enqueue((CallRequest)request);
            if (isRunning)
            {
                return;
            }

            isRunning = true;
        }

        _ = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, silo.Scheduling.Scheduler);
    }

    private async Task RunAsync()
    {
        while (Next() is { } call)
        {
            Task task;
            try
            {
                task = call.InvokeMethod(observer);
                await task;
            }
            catch (Exception exception)
            {
                silo.Log.LogDebug(exception, "An observer failed in {Method}.", call);
                task = Task.FromException(exception);
            }

            call.Answer(task);
        }
    }

    private CallRequest? Next()
    {
        lock (gate)
        {
            if (silo.IsKilled || !calls.TryDequeue(out var call))
            {
                isRunning = false;
                return null;
            }

            return call;
        }
    }
}
