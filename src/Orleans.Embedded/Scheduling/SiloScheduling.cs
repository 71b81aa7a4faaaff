namespace Orleans.Runtime;

/// <summary>Where activations run their turns.</summary>
/// <param name="Scheduler">What runs them.</param>
/// <param name="TurnsPerSlice">How many turns an activation runs before others get their chance.</param>
internal sealed record SiloScheduling(TaskScheduler Scheduler, int TurnsPerSlice)
{
    /// <summary>Enough to spare most hops between threads, few enough that a busy activation starves nobody.</summary>
    public const int UsualTurnsPerSlice = 64;
}
