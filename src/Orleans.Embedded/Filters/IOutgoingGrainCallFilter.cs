namespace Orleans;

/// <summary>Stands between every caller and the sending of its request.</summary>
public interface IOutgoingGrainCallFilter
{
    /// <summary>Handles a request; calls <see cref="IGrainCallContext.Invoke"/> to let it pass.</summary>
    Task Invoke(IOutgoingGrainCallContext context);
}
