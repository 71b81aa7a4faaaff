using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain that can be reminded.</summary>
public interface IRemindable : IGrain
{
    /// <summary>Called when a reminder is due; activates the grain where need be.</summary>
    /// <param name="reminderName">Which reminder.</param>
    /// <param name="status">Its times.</param>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
