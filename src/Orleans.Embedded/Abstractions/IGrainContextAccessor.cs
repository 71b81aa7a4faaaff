namespace Orleans.Runtime;

/// <summary>Knows the activation whose turn it is.</summary>
public interface IGrainContextAccessor
{
    /// <summary>The activation whose turn it is, or null outside any.</summary>
    IGrainContext? GrainContext { get; }
}
