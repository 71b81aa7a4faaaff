using GraphQL.Server.Errors;
using GraphQL.Server.Requests;

namespace GraphQL.Server.Transport;

/// <summary>What one client over WebSocket has asked for and not got to its end.</summary>
internal sealed class SocketOperations(SocketSetup setup, SocketOutbox outbox, CancellationToken leaving)
{
    private readonly Dictionary<string, CancellationTokenSource> open = new(StringComparer.Ordinal);
    private readonly List<Task> running = [];

    /// <summary>Begins an operation.</summary>
    /// <returns>Why the connection has to be closed; null where it has not.</returns>
    public SocketClosure? Start(string id, GraphQLRequest request, Caller caller)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(leaving);
        lock (open)
        {
            running.RemoveAll(task => task.IsCompleted);
            if (open.ContainsKey(id))
            {
                stop.Dispose();
                return SocketClosure.Duplicate(id);
            }

            var isFull = open.Count >= setup.Options.MaxSubscriptionsPerConnection;
            if (!isFull)
            {
                open.Add(id, stop);
            }

            running.Add(isFull ? RefuseAsync(id, stop) : AnswerAsync(id, request, caller, stop));
        }

        return null;
    }

    /// <summary>Ends an operation that the client wants no more of.</summary>
    public async Task StopAsync(string id)
    {
        CancellationTokenSource? stop;
        lock (open)
        {
            open.Remove(id, out stop);
        }

        await (stop?.CancelAsync() ?? Task.CompletedTask);
    }

    /// <summary>Completes when all have ended, once the client is leaving.</summary>
    public async Task EndAsync()
    {
        Task[] ending;
        lock (open)
        {
            ending = [.. running];
        }

        foreach (var task in ending)
        {
            await task;
        }
    }

    private async Task RefuseAsync(string id, CancellationTokenSource stop)
    {
        using (stop)
        {
            await outbox.SendAsync(
                SocketAnswers.Errors(id, [GraphQLError.Of($"The connection has {setup.Options.MaxSubscriptionsPerConnection} operations, which is the most. End one first.", "TOO_MANY_SUBSCRIPTIONS")]),
                leaving);
        }
    }

    private async Task AnswerAsync(string id, GraphQLRequest request, Caller caller, CancellationTokenSource stop)
    {
        await Task.Yield();
        try
        {
            var prepared = setup.Engine.Prepare(request, caller);
            var isCounted = prepared.Errors.Count == 0 && !prepared.IsSubscription;
            if (prepared.Errors.Count > 0)
            {
                Forget(id, stop);
                await outbox.SendAsync(SocketAnswers.Errors(id, prepared.Errors), stop.Token);
            }
            else if (isCounted && !setup.Counters.Operations.TryEnter(caller.Key))
            {
                Forget(id, stop);
                await outbox.SendAsync(SocketAnswers.Errors(id, [HttpEndpoint.TooManyOperations(setup.Options)]), stop.Token);
            }
            else
            {
                await StreamAsync(id, prepared, isCounted ? caller.Key : null, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has ended it, or has left.
        }
        finally
        {
            Forget(id, stop);
            stop.Dispose();
        }
    }

    private async Task StreamAsync(string id, PreparedRequest prepared, string? countedBy, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var result in setup.Engine.StreamAsync(prepared, stop.Token))
            {
                await outbox.SendAsync(SocketAnswers.Next(id, result), stop.Token);
            }
        }
        finally
        {
            if (countedBy is not null)
            {
                setup.Counters.Operations.Leave(countedBy);
            }
        }

        if (!stop.IsCancellationRequested)
        {
            // Whoever hears that it is complete may use its id again.
            Forget(id, stop);
            await outbox.SendAsync(SocketAnswers.Complete(id), stop.Token);
        }
    }

    private void Forget(string id, CancellationTokenSource stop)
    {
        lock (open)
        {
            if (open.TryGetValue(id, out var current) && ReferenceEquals(current, stop))
            {
                open.Remove(id);
            }
        }
    }
}
