using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// The base of grain classes. All code of an instance runs one turn at a time, so it needs no locks; a request runs to its end
/// before the next begins, unless the class or a method allows more.
/// </summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly IGrainFactory? factory;

    /// <summary>Takes the activation that is being made from the runtime; outside the runtime, as in a unit test, there is none.</summary>
    protected Grain()
        : this(RuntimeContext.Current, null)
    {
    }

    /// <summary>Takes the activation as given.</summary>
    /// <param name="grainContext">The activation; null outside the runtime.</param>
    /// <param name="grainFactory">What makes references; that of the runtime where null.</param>
    protected Grain(IGrainContext? grainContext, IGrainFactory? grainFactory = null)
    {
        GrainContext = grainContext!;
        factory = grainFactory ?? (grainContext as Activation)?.Silo.GrainFactory;
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <summary>A reference to this grain, to be given to others in place of <c>this</c>.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>The grain's identity as text; empty outside the runtime.</summary>
    public string IdentityString => GrainContext is null ? "" : GrainContext.GrainId.ToString();

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => factory!;

    /// <summary>The services of this activation.</summary>
    protected IServiceProvider ServiceProvider => GrainContext?.ActivationServices!;

    /// <inheritdoc cref="IGrainBase.OnActivateAsync"/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync"/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation once no request runs any more; requests that wait go to its successor.</summary>
    protected void DeactivateOnIdle() => RequireActivation().Deactivate(
        new DeactivationReason(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateOnIdle)} was called."));

    /// <summary>Keeps this activation from being collected for being idle.</summary>
    /// <param name="timeSpan">For at least how long; a negative time withdraws an earlier wish.</param>
    protected void DelayDeactivation(TimeSpan timeSpan) => RequireActivation().DelayDeactivation(timeSpan);

    internal Activation RequireActivation() => GrainContext as Activation
        ?? throw new InvalidOperationException("This grain was made outside the runtime, which alone can do that.");
}
