using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>One activation of a grain: its instance, its scheduler, its requests.</summary>
internal sealed partial class Activation : IGrainContext, IRequestTarget
{
    private readonly TaskCompletionSource deactivated = new();
    private readonly List<Func<Task>> beforeActivate = [];
    private AsyncServiceScope? scope;
    private GrainReference? reference;

    public Activation(Silo silo, GrainClass grainClass, GrainId grainId, long sequence)
    {
        Silo = silo;
        GrainClass = grainClass;
        GrainId = grainId;
        Sequence = sequence;
        Admission = new Admission(grainClass.IsReentrant);
        Scheduler = new ActivationScheduler(this, silo.Scheduling);
        lastUse = silo.Time.GetTimestamp();
    }

    public Silo Silo { get; }

    public GrainClass GrainClass { get; }

    public GrainId GrainId { get; }

    /// <summary>In which order activations were made: the order in which the runtime goes through them.</summary>
    public long Sequence { get; }

    public Admission Admission { get; }

    public InFlightRequests InFlight { get; } = new();

    public ActivationTimers Timers { get; } = new();

    public ActivationScheduler Scheduler { get; }

    public object? GrainInstance { get; private set; }

    public GrainReference GrainReference => reference ??= Silo.GrainFactory.ReferenceTo(GrainClass.PrimaryInterface, GrainId);

    public IServiceProvider ActivationServices => scope?.ServiceProvider ?? Silo.Services;

    public Task Deactivated => deactivated.Task;

    /// <summary>Adds what must be done before <c>OnActivateAsync</c>; called while the instance is made.</summary>
    public void BeforeActivate(Func<Task> step) => beforeActivate.Add(step);

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"{GrainId} ({state})";
}
