using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>Finds the activation of each grain, and makes it where there is none.</summary>
internal sealed class GrainDirectory(Silo silo)
{
    private readonly ConcurrentDictionary<GrainId, IRequestTarget> targets = new();
    private long sequence;

    public int Count => targets.Count;

    public void Dispatch(GrainId grainId, Request request) => Find(grainId).Receive(request);

    /// <summary>Puts something that is no grain behind an identity.</summary>
    public void Register(GrainId grainId, IRequestTarget target) => targets[grainId] = target;

    public void Unregister(GrainId grainId) => targets.TryRemove(grainId, out _);

    /// <summary>Forgets an activation that has ended.</summary>
    public void Remove(Activation activation)
    {
        if (targets.TryGetValue(activation.GrainId, out var target) && target is StatelessWorkers workers)
        {
            workers.Remove(activation);
        }
        else
        {
            targets.TryRemove(KeyValuePair.Create(activation.GrainId, (IRequestTarget)activation));
        }
    }

    /// <summary>All activations in the order they were made.</summary>
    public List<Activation> Activations()
    {
        var all = new List<Activation>();
        foreach (var target in targets.Values)
        {
            if (target is Activation activation)
            {
                all.Add(activation);
            }
            else if (target is StatelessWorkers workers)
            {
                workers.CopyTo(all);
            }
        }

        all.Sort(static (left, right) => left.Sequence.CompareTo(right.Sequence));
        return all;
    }

    public Activation NewActivation(GrainClass grainClass, GrainId grainId)
    {
        silo.Collector.Watch();
        return new Activation(silo, grainClass, grainId, Interlocked.Increment(ref sequence));
    }

    private IRequestTarget Find(GrainId grainId)
        => targets.TryGetValue(grainId, out var target) ? target : targets.GetOrAdd(grainId, static (id, directory) => directory.Create(id), this);

    private IRequestTarget Create(GrainId grainId)
    {
        if (silo.Catalog.ClassOf(grainId.Type) is not { } grainClass)
        {
            return new MissingTarget(grainId);
        }

        return grainClass.MaximumWorkers > 0 ? new StatelessWorkers(silo, grainClass, grainId) : NewActivation(grainClass, grainId);
    }
}
