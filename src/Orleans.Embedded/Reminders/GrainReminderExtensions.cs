using Orleans.Runtime;

namespace Orleans;

/// <summary>Reminders of grains: timers that outlive their activation and the process.</summary>
public static class GrainReminderExtensions
{
    /// <summary>Registers a reminder, over one that has its name.</summary>
    /// <param name="grain">The grain, which must be <see cref="IRemindable"/>.</param>
    /// <param name="reminderName">The name, unique in the grain.</param>
    /// <param name="dueTime">The time to the first tick; not negative.</param>
    /// <param name="period">The time between ticks; at least <see cref="Hosting.ReminderOptions.MinimumReminderPeriod"/>.</param>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        if (grain is not IRemindable)
        {
            throw new InvalidOperationException($"The grain {grain.GrainContext.GrainId} is not {nameof(IRemindable)}, which a grain with reminders must be.");
        }

        return Service(grain).RegisterOrUpdate(grain.GrainContext.GrainId, reminderName, dueTime, period);
    }

    /// <summary>Removes a reminder; no tick begins afterwards.</summary>
    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) => Service(grain).Unregister(reminder);

    /// <summary>The reminder of that name, or null.</summary>
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName)
        => Service(grain).Get(grain.GrainContext.GrainId, reminderName);

    /// <summary>All reminders of the grain, by name.</summary>
    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) => Service(grain).GetAll(grain.GrainContext.GrainId);

    private static ReminderService Service(IGrainBase grain) => grain.GrainContext is Activation activation
        ? activation.Silo.Reminders
        : throw new InvalidOperationException("This grain was made outside the runtime, which alone has reminders.");
}
