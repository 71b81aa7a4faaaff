using Orleans.Runtime;

namespace Orleans;

/// <summary>One reminder as it is kept.</summary>
public sealed class ReminderEntry
{
    /// <summary>Whom it reminds.</summary>
    public GrainId GrainId { get; set; }

    /// <summary>Its name, unique in its grain.</summary>
    public string ReminderName { get; set; } = "";

    /// <summary>When it is first due, UTC.</summary>
    public DateTime StartAt { get; set; }

    /// <summary>The time between ticks.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>Which version of the row this is.</summary>
    public string ETag { get; set; } = "";
}
