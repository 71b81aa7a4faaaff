namespace Orleans.Runtime;

/// <summary>The activations of a stateless worker: a request goes to one that is free, or to a new one, or to the least busy.</summary>
internal sealed class StatelessWorkers(Silo silo, GrainClass grainClass, GrainId grainId) : IRequestTarget
{
    private readonly Lock gate = new();
    private readonly List<Activation> workers = [];

    public void Receive(Request request)
    {
        Activation worker;
        lock (gate)
        {
            worker = Choose();
        }

        worker.Receive(request);
    }

    public void Remove(Activation activation)
    {
        lock (gate)
        {
            workers.Remove(activation);
        }
    }

    public void CopyTo(List<Activation> all)
    {
        lock (gate)
        {
            all.AddRange(workers);
        }
    }

    private Activation Choose()
    {
        Activation? best = null;
        foreach (var worker in workers)
        {
            if (!worker.IsEnding && (best is null || worker.InFlight.Count < best.InFlight.Count))
            {
                best = worker;
            }
        }

        if (best is not null && (best.InFlight.Count == 0 || workers.Count >= grainClass.MaximumWorkers))
        {
            return best;
        }

        if (workers.Count < grainClass.MaximumWorkers)
        {
            var worker = silo.Directory.NewActivation(grainClass, grainId);
            workers.Add(worker);
            return worker;
        }

        // All of them are ending: the first to have ended hands the request to its successor.
        return workers[0];
    }
}
