using Orleans.Runtime;

namespace Orleans;

/// <summary>Where reminders are kept. An implementation is called for many grains at once.</summary>
public interface IReminderTable
{
    /// <summary>All reminders, by grain and name.</summary>
    Task<IReadOnlyList<ReminderEntry>> ReadRows();

    /// <summary>The reminders of one grain, by name.</summary>
    Task<IReadOnlyList<ReminderEntry>> ReadRows(GrainId grainId);

    /// <summary>One reminder, or null.</summary>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Writes a reminder over whatever has its name.</summary>
    /// <returns>The ETag of the new row.</returns>
    Task<string> UpsertRow(ReminderEntry entry);

    /// <summary>Removes a reminder if it still is the version <paramref name="eTag"/>.</summary>
    /// <returns>Whether it was.</returns>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);
}
