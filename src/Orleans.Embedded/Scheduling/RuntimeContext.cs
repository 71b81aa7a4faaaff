namespace Orleans.Runtime;

/// <summary>Knows whose turn it is: the scheduler of a turn is that of its activation.</summary>
internal static class RuntimeContext
{
    public static IGrainContext? Current => CurrentActivation;

    public static Activation? CurrentActivation => (TaskScheduler.Current as ActivationScheduler)?.Activation;
}
