namespace GraphQL.Server.Binding;

/// <summary>A request, as resolvers see it.</summary>
/// <param name="state">What the host gives resolvers: who is calling, and what they may use.</param>
/// <param name="cancellation">Ends when nobody waits for the answer any longer.</param>
public sealed class RequestContext(object? state, CancellationToken cancellation)
{
    private TaskCompletionSource? ended;

    /// <summary>What the host gives resolvers.</summary>
    public object? State { get; } = state;

    /// <summary>Ends when nobody waits for the answer any longer.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    internal Loads Loads { get; } = new();

    /// <summary>Ends when nobody waits for the answer any longer.</summary>
    internal Task Ended
    {
        get
        {
            if (ended is null)
            {
                ended = new TaskCompletionSource();
                Cancellation.Register(ended.SetResult);
            }

            return ended.Task;
        }
    }
}
