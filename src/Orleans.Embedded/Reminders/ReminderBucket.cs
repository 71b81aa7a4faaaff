namespace Orleans.Runtime;

/// <summary>The reminders of the grains that share a record of the store.</summary>
internal sealed class ReminderBucket
{
    /// <summary>How often the record was changed: what row versions are made of.</summary>
    public long Version { get; set; }

    /// <summary>The reminders, by grain and name.</summary>
    public List<ReminderRow> Rows { get; set; } = [];
}
