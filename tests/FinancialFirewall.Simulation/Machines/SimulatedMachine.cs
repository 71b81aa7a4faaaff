using FinancialFirewall.Domain.Results;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>
/// A machine on which one process of the firewall runs after another. Ends of processes are asked for from inside the simulation and happen between two steps
/// of the scheduler, where the driver looks (<see cref="IsDue"/>, <see cref="Tend"/>).
/// </summary>
internal sealed class SimulatedMachine(DeterministicScheduler scheduler, SimulatedDisk disk, ulong seed, MachineOptions options)
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(20);

    /// <summary>No fault that ends by itself lasts so long.</summary>
    private const int MaximumFailedStarts = 40;

    private ulong processes;
    private long endAtStep = long.MaxValue;
    private bool endsWithPower;
    private int life;
    private int failedInARow;

    private SimulatedProcess? Starting { get; set; }

    public DeterministicScheduler Scheduler => scheduler;

    public SimulatedDisk Disk => disk;

    public ShiftedTime Time { get; } = new(scheduler.Time);

    public ComplaintLog Log { get; } = new();

    /// <summary>The process that serves; null while none does.</summary>
    public SimulatedProcess? Process { get; private set; }

    /// <summary>Why processes did not start, where that was no refusal.</summary>
    public List<Exception> FailedStarts { get; } = [];

    /// <summary>What makes further starts useless: the simulation ends with it.</summary>
    public Violation? Fatal { get; private set; }

    /// <summary>How often the power went, and how often only the process ended.</summary>
    public int PowerLosses { get; private set; }

    public int ProcessKills { get; private set; }

    /// <summary>How often a process started.</summary>
    public int Starts { get; private set; }

    /// <summary>Decides what becomes of a machine whose process does not start: true to try again.</summary>
    public Func<IReadOnlyList<Error>, bool> StartRefused { get; set; } = static _ => false;

    /// <summary>Is called with damage that ended a start on its way: that of a segment from which a window is filled, say. The program names it and ends.</summary>
    public Action<StorageDamage> DamageMet { get; set; } = static _ => { };

    /// <summary>Is called once, when the next process has started.</summary>
    public Action? WhenStarted { get; set; }

    /// <summary>How long the machine stays down after an end.</summary>
    public Func<TimeSpan> DownTime { get; set; } = static () => TimeSpan.FromSeconds(1);

    /// <summary>Whether an end is due.</summary>
    public bool IsDue => disk.IsDead || scheduler.Steps >= endAtStep || Process is { HasFailed: true };

    /// <summary>Lets the process, or the power, end in that many steps.</summary>
    public void EndIn(int steps, bool withPower) => (endAtStep, endsWithPower) = (scheduler.Steps + steps, withPower);

    /// <summary>Takes back an end that was asked for and has not come yet.</summary>
    public void StayUp() => endAtStep = long.MaxValue;

    /// <summary>Does what is due, and starts the next process after a while. Called between two steps.</summary>
    public void Tend()
    {
        if (disk.IsDead || (scheduler.Steps >= endAtStep && endsWithPower))
        {
            PowerLosses++;
            End(disk.Restart);
        }
        else
        {
            ProcessKills++;
            End(disk.EndProcess);
        }

        StartLater(DownTime());
    }

    /// <summary>Starts the first process.</summary>
    public void Start() => StartLater(TimeSpan.Zero);

    /// <summary>Ends the process in good order.</summary>
    public async Task StopAsync()
    {
        var process = Process ?? throw new InvalidOperationException("No process runs.");
        Process = null;
        await process.StopAsync();
    }

    /// <summary>Ends the process in good order, unless it dies meanwhile, and starts the next one.</summary>
    public async Task StopAndStartAsync()
    {
        var process = Process!;
        (Process, Starting) = (null, process);
        var own = ++life;
        var ended = new TaskCompletionSource();
        process.WhenDead(() => ended.TrySetResult());
        await using (scheduler.Time.CreateTimer(_ => ended.TrySetResult(), null, ShutdownTime, Timeout.InfiniteTimeSpan))
        {
            _ = StopAsync(process, ended);
            await ended.Task;
        }

        if (life == own)
        {
            disk.EndProcess();
            Starting = null;
            process.Kill();
            StartLater(DownTime());
        }
    }

    private static async Task StopAsync(SimulatedProcess process, TaskCompletionSource ended)
    {
        try
        {
            await process.StopAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // What it could not write is not answered; who supervises it ends it then.
        }

        ended.TrySetResult();
    }

    private void End(Action endDisk)
    {
        var (process, starting) = (Process, Starting);
        (Process, Starting, endAtStep) = (null, null, long.MaxValue);
        life++;
        endDisk();
        process?.Kill();
        starting?.Kill();
    }

    private void StartLater(TimeSpan delay)
    {
        var own = ++life;
        _ = scheduler.Start(() => StartAsync(delay, own));
    }

    private async Task StartAsync(TimeSpan delay, int own)
    {
        while (life == own && Process is null)
        {
            await Task.Delay(delay, scheduler.Time);
            delay = RetryTime;
            if (life == own && !await TryStartAsync(own))
            {
                return;
            }
        }
    }

    /// <returns>Whether to try again where nothing has started.</returns>
    private async Task<bool> TryStartAsync(int own)
    {
        try
        {
            var process = new ProcessDisk(disk);
            var started = await SimulatedProcess.StartAsync(process, scheduler, Time, SplitMix64.Mix(seed + ++processes), options, Log, created => Starting = created);
            if (life != own)
            {
                return false;
            }

            if (!started.IsSuccess)
            {
                return StartRefused(started.Errors);
            }

            Starts++;
            failedInARow = 0;
            (Process, Starting) = (started.Value, null);
            var then = WhenStarted;
            WhenStarted = null;
            then?.Invoke();
        }
        catch (Violation violation)
        {
            Fatal = violation;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The power went, or the disk failed: a supervisor starts it again.
            EndFailedStart(own, exception);
        }

        return true;
    }

    private void EndFailedStart(int own, Exception exception)
    {
        if (life != own || disk.IsDead)
        {
            return;
        }

        FailedStarts.Add(exception);
        if (exception is StorageDamageException damaged)
        {
            DamageMet(damaged.Damage);
        }

        if (++failedInARow == MaximumFailedStarts)
        {
            Fatal = new Violation("start", $"the process does not start, again and again: {exception}");
        }

        disk.EndProcess();
        Starting?.Kill();
        Starting = null;
    }
}
