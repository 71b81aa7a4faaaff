using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain class implements, most by deriving from <see cref="Grain"/>.</summary>
public interface IGrainBase
{
    /// <summary>The activation this instance belongs to.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Called before the first request, after persistent state was read. A failure fails the waiting requests with it.</summary>
    /// <param name="cancellationToken">Cancelled when activation takes longer than it may.</param>
    Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called after the last request. A failure is logged and changes nothing.</summary>
    /// <param name="reason">Why the activation ends.</param>
    /// <param name="cancellationToken">Cancelled when deactivation takes longer than it may.</param>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
