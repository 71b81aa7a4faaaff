namespace Orleans.Runtime;

/// <summary>Stands where an observer was or a grain class is missing.</summary>
internal sealed class MissingTarget(GrainId grainId) : IRequestTarget
{
    public void Receive(Request request) => request.Fail(ObserverRegistry.IsObserver(grainId)
        ? new ClientNotAvailableException($"The observer {grainId} is not there any more.")
        : new OrleansException($"No grain class has the type '{grainId.Type}' of {grainId}."));
}
