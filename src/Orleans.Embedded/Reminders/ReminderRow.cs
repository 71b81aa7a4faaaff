namespace Orleans.Runtime;

/// <summary>A reminder as it is stored.</summary>
internal sealed class ReminderRow
{
    public string GrainId { get; set; } = "";

    public string Name { get; set; } = "";

    public DateTime StartAt { get; set; }

    public long PeriodTicks { get; set; }

    public string ETag { get; set; } = "";

    public static ReminderRow Of(ReminderEntry entry, string eTag) => new()
    {
        GrainId = entry.GrainId.ToString(),
        Name = entry.ReminderName,
        StartAt = entry.StartAt,
        PeriodTicks = entry.Period.Ticks,
        ETag = eTag,
    };

    public bool Is(GrainId grainId, string name)
        => string.Equals(Name, name, StringComparison.Ordinal) && string.Equals(GrainId, grainId.ToString(), StringComparison.Ordinal);

    public ReminderEntry ToEntry() => new()
    {
        GrainId = Runtime.GrainId.Parse(GrainId),
        ReminderName = Name,
        StartAt = DateTime.SpecifyKind(StartAt, DateTimeKind.Utc),
        Period = TimeSpan.FromTicks(PeriodTicks),
        ETag = ETag,
    };
}
