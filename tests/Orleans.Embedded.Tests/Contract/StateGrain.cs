using Orleans.Runtime;

namespace Orleans.Contract;

[GenerateSerializer]
public sealed class CountState
{
    [Id(0)]
    public int Count { get; set; }
}

public interface IStateGrain : IGrainWithStringKey
{
    Task<int> Add(int amount, bool write);

    Task<(int Count, bool Exists, bool HasEtag)> Read();

    Task Clear();

    Task End();

    Task WriteBehindItsBack();

    Task Remind(string name, TimeSpan dueTime, TimeSpan period);

    Task<string[]> Reminders();

    Task Forget(string name);
}

public sealed class StateGrain(
    [PersistentState("count", "store")] IPersistentState<CountState> state,
    [PersistentState("other", "store")] IPersistentState<CountState> other,
    IPersistentStateFactory states,
    Probe probe) : Grain, IStateGrain, IRemindable
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Happened($"activated with {state.State.Count} and {other.State.Count}");
        return Task.CompletedTask;
    }

    public async Task<int> Add(int amount, bool write)
    {
        state.State.Count += amount;
        if (write)
        {
            await state.WriteStateAsync();
        }

        return state.State.Count;
    }

    public Task<(int Count, bool Exists, bool HasEtag)> Read() => Task.FromResult((state.State.Count, state.RecordExists, state.Etag is not null));

    public Task Clear() => state.ClearStateAsync();

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task WriteBehindItsBack()
    {
        var second = states.Create<CountState>(GrainContext, new PersistentStateAttribute("count", "store"));
        await second.ReadStateAsync();
        second.State.Count = 100;
        await second.WriteStateAsync();
    }

    public async Task Remind(string name, TimeSpan dueTime, TimeSpan period) => await this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task<string[]> Reminders() => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName)];

    public async Task Forget(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var tick = (status.CurrentTickTime - status.FirstTickTime) / status.Period;
        probe.Happened($"{reminderName} {tick}");
        probe.Signal($"{reminderName} {tick}");
        return Task.CompletedTask;
    }
}
