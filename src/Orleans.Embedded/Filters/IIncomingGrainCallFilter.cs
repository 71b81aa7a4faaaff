namespace Orleans;

/// <summary>Stands between every request and the grain it is for; a grain class may implement it for itself.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Handles a request; calls <see cref="IGrainCallContext.Invoke"/> to let it pass.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}
