using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Simulation.Machines;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>What the clients of one simulation share.</summary>
internal sealed class World(SimulatedMachine machine, IReadOnlyList<SimulatedTenant> tenants, FaultKinds kinds, int operations)
{
    private int begun;
    private long batches;

    public SimulatedMachine Machine => machine;

    public IReadOnlyList<SimulatedTenant> Tenants => tenants;

    public FaultKinds Kinds => kinds;

    public History History { get; } = new();

    public Connection Connection { get; } = new(machine);

    /// <summary>Until when nobody sends anything.</summary>
    public DateTimeOffset QuietUntil { get; set; }

    /// <summary>Is called when a refund is sent; null where nobody waits for one.</summary>
    public Action? RefundSent { get; set; }

    /// <summary>Whether the clients have done all they were to do.</summary>
    public bool IsOver => begun >= operations;

    /// <summary>How many operations were begun.</summary>
    public int Begun => begun;

    /// <summary>The scheduler's step now: the order of everything.</summary>
    public long Step => machine.Scheduler.Steps;

    public bool Has(FaultKinds kind) => (kinds & kind) != FaultKinds.None;

    /// <summary>Takes one operation to do; false when there are none left.</summary>
    public bool TryBegin() => begun < operations && begun++ < operations;

    /// <summary>The number of the next batch.</summary>
    public long NextBatch() => ++batches;

    /// <summary>Waits in virtual time.</summary>
    public Task Wait(TimeSpan time) => Task.Delay(time, machine.Scheduler.Time);

    /// <summary>Waits until a lull is over.</summary>
    public async Task WaitForQuietToEnd()
    {
        while (QuietUntil - machine.Scheduler.Time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
        {
            await Wait(rest);
        }
    }
}
