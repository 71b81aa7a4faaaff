using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>Keeps reminders in their table and ticks them.</summary>
internal sealed class ReminderService(Silo silo, IReminderTable table, ReminderOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(GrainId GrainId, string Name), ScheduledReminder> scheduled = [];
    private bool isStopped;

    /// <summary>Takes up the reminders that the table has.</summary>
    public async Task StartAsync()
    {
        foreach (var entry in await table.ReadRows())
        {
            Schedule(entry);
        }
    }

    public void Stop()
    {
        lock (gate)
        {
            isStopped = true;
            foreach (var reminder in scheduled.Values)
            {
                reminder.Dispose();
            }

            scheduled.Clear();
        }
    }

    public async Task<IGrainReminder> RegisterOrUpdate(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        RequireTimes(name, dueTime, period);
        var entry = new ReminderEntry
        {
            GrainId = grainId,
            ReminderName = name,
            StartAt = silo.Time.GetUtcNow().UtcDateTime + dueTime,
            Period = period,
        };
        entry.ETag = await table.UpsertRow(entry);
        Schedule(entry);
        return new GrainReminder(entry);
    }

    public async Task Unregister(IGrainReminder reminder)
    {
        if (reminder is not GrainReminder { Entry: var entry })
        {
            throw new ArgumentException("Only a reminder that this runtime gave can be unregistered.", nameof(reminder));
        }

        if (!await table.RemoveRow(entry.GrainId, entry.ReminderName, entry.ETag))
        {
            throw new ReminderException($"The reminder {reminder} is not there any more, or was changed since it was read.");
        }

        lock (gate)
        {
            if (scheduled.Remove((entry.GrainId, entry.ReminderName), out var timer))
            {
                timer.Dispose();
            }
        }
    }

    public async Task<IGrainReminder?> Get(GrainId grainId, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return await table.ReadRow(grainId, name) is { } entry ? new GrainReminder(entry) : null;
    }

    public async Task<List<IGrainReminder>> GetAll(GrainId grainId)
        => [.. (await table.ReadRows(grainId)).Select(entry => new GrainReminder(entry))];

    private void Schedule(ReminderEntry entry)
    {
        var reminder = new ScheduledReminder(silo, entry);
        lock (gate)
        {
            if (isStopped)
            {
                reminder.Dispose();
                return;
            }

            if (scheduled.Remove((entry.GrainId, entry.ReminderName), out var before))
            {
                before.Dispose();
            }

            scheduled.Add((entry.GrainId, entry.ReminderName), reminder);
        }

        reminder.Start();
    }

    private void RequireTimes(string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        if (period < options.MinimumReminderPeriod || period <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"The reminder '{name}' asks for a period of {period}; at least {nameof(options.MinimumReminderPeriod)} = {options.MinimumReminderPeriod} is expected.", nameof(period));
        }
    }
}
