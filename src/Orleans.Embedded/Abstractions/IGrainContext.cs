namespace Orleans.Runtime;

/// <summary>One activation of a grain, from the runtime's side.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>A reference to the grain.</summary>
    GrainReference GrainReference { get; }

    /// <summary>Which grain it is.</summary>
    GrainId GrainId { get; }

    /// <summary>The instance, once it was made.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation; they live as long as it does.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes once the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Asks the activation to end when no request runs any more. Requests that wait go to its successor.</summary>
    /// <param name="deactivationReason">Why, for logs and for the grain.</param>
    /// <param name="cancellationToken">Hurries the grain's own <c>OnDeactivateAsync</c>.</param>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
