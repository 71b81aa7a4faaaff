using Orleans.Runtime;

namespace Orleans;

/// <summary>A call on the side of the caller.</summary>
public interface IOutgoingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that calls; null for a caller that is no grain.</summary>
    IGrainContext? SourceContext { get; }
}
