using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>How a timer ticks.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GrainTimerCreationOptions()
{
    /// <summary>A timer by its times.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>The time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>The time from the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether ticks interleave with requests; they do not unless told.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether ticks keep an idle activation from being collected; they do not unless told.</summary>
    public bool KeepAlive { get; init; }
}
