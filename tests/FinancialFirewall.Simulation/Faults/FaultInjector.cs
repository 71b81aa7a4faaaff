using FinancialFirewall.Simulation.Clients;

namespace FinancialFirewall.Simulation.Faults;

/// <summary>Lets things happen to a simulated machine, one after another, while its clients work.</summary>
internal sealed class FaultInjector(World world, Random random, BitRot rot)
{
    /// <summary>Longer than a claim holds and a client waits.</summary>
    private const int LongestStallMs = 200_000;

    private readonly Dictionary<FaultKinds, int> counts = [];
    private readonly Endings endings = new(world, random);
    private readonly List<Task> happening = [];

    /// <summary>How often each kind happened.</summary>
    public IReadOnlyDictionary<FaultKinds, int> Counts => counts;

    /// <summary>Runs until the clients have done their work. What lasts goes on while other things happen.</summary>
    public async Task RunAsync()
    {
        FaultKinds[] kinds = [.. Enum.GetValues<FaultKinds>().Where(kind => world.Has(kind) && ActionOf(kind) is not null)];
        while (!world.IsOver && kinds.Length > 0)
        {
            await world.Wait(TimeSpan.FromMilliseconds(random.Next(500, random.Next(3) == 0 ? 60_000 : 15_000)));
            await world.WaitForQuietToEnd();
            var kind = kinds[random.Next(kinds.Length)];
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            happening.Add(ActionOf(kind)!());
        }

        foreach (var one in happening)
        {
            await one;
        }
    }

    /// <summary>Ends every fault that lasts.</summary>
    public void Calm()
    {
        var disk = world.Machine.Disk;
        (disk.Capacity, disk.FailsReads, disk.Delay, disk.FailingFlushes, disk.FailingWrites) = (long.MaxValue, false, null, 0, 0);
        disk.CrashAt = int.MaxValue;
        endings.TakeBack();
        world.QuietUntil = default;
    }

    private Func<Task>? ActionOf(FaultKinds kind) => kind switch
    {
        FaultKinds.PowerLoss => () => Now(EndWithPower),
        FaultKinds.ProcessKill => () => Now(() => endings.End(withPower: false)),
        FaultKinds.FailedFlush => () => Now(() => world.Machine.Disk.FailingFlushes = 1),
        FaultKinds.FailedWrite => () => Now(() => world.Machine.Disk.FailingWrites = 1),
        FaultKinds.ReadErrors => FailReadsAsync,
        FaultKinds.FullDisk => FillDiskAsync,
        FaultKinds.SlowDisk => SlowDownAsync,
        FaultKinds.BitRot => () => Now(RotOrMend),
        FaultKinds.ClockJump => () => Now(JumpClock),
        FaultKinds.Lull => () => Now(BeQuiet),
        FaultKinds.OrderlyStop => StopAsync,
        _ => null,
    };

    private static Task Now(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private void EndWithPower()
    {
        if (random.Next(3) == 0)
        {
            world.Machine.Disk.CrashAt = world.Machine.Disk.Operations + random.Next(1, 40);
        }
        else
        {
            endings.End(withPower: true);
        }
    }

    private async Task FailReadsAsync()
    {
        world.Machine.Disk.FailsReads = true;
        await world.Wait(TimeSpan.FromMilliseconds(random.Next(5_000)));
        world.Machine.Disk.FailsReads = false;
    }

    private async Task FillDiskAsync()
    {
        var disk = world.Machine.Disk;
        disk.Capacity = disk.Files.Sum(path => (long)disk.Content(path).Length) + random.Next(random.Next(2) == 0 ? 2_000 : 200_000);
        await world.Wait(TimeSpan.FromMilliseconds(random.Next(40_000)));
        disk.Capacity = long.MaxValue;
    }

    /// <summary>Either everything takes some milliseconds, or flushes, all or those of the journal alone, take longer than anybody waits.</summary>
    private async Task SlowDownAsync()
    {
        var (disk, stalls) = (world.Machine.Disk, random.Next(2) == 0);
        disk.Delay = stalls ? Stall(random.Next(2) == 0 ? "journal/" : "") : (_, _) => world.Wait(TimeSpan.FromMilliseconds(random.Next(60)));
        await world.Wait(TimeSpan.FromSeconds(random.Next(5, 60)));
        if (stalls && world.Has(FaultKinds.PowerLoss) && random.Next(2) == 0)
        {
            world.Machine.EndIn(0, withPower: true);
        }

        disk.Delay = null;
    }

    private Func<string, string, Task> Stall(string place) => (operation, path)
        => string.Equals(operation, "flush", StringComparison.Ordinal) && path.StartsWith(place, StringComparison.Ordinal)
            ? world.Wait(TimeSpan.FromMilliseconds(random.Next(LongestStallMs)))
            : Task.CompletedTask;

    private void RotOrMend()
    {
        if (rot.Present.Count > 0 && random.Next(2) == 0)
        {
            rot.Heal();
        }
        else
        {
            rot.Strike();
        }
    }

    private void JumpClock() => world.Machine.Time.Shift += TimeSpan.FromSeconds(random.Next(-1_200, 1_800));

    private void BeQuiet() => world.QuietUntil = world.Machine.Scheduler.Time.GetUtcNow().AddMinutes(random.Next(1, random.Next(3) == 0 ? 180 : 20));

    private async Task StopAsync()
    {
        if (world.Machine.Process is not null)
        {
            await world.Machine.StopAndStartAsync();
        }
    }
}
