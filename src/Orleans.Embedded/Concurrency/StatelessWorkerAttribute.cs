namespace Orleans.Concurrency;

/// <summary>Lets a grain have several activations at once, all alike.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many activations as there are processors.</summary>
    public StatelessWorkerAttribute()
    {
    }

    /// <summary>At most <paramref name="maxLocalWorkers"/> activations, one or more.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

    /// <summary>The most activations of one grain; -1 for as many as there are processors.</summary>
    public int MaxLocalWorkers { get; } = -1;
}
