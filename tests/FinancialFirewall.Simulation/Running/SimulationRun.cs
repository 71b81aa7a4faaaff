using FinancialFirewall.Simulation.Checks;
using FinancialFirewall.Simulation.Clients;
using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Simulation.Machines;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Tests.Directories;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using Orleans.Simulation;

namespace FinancialFirewall.Simulation.Running;

/// <summary>One history of a whole firewall: a machine, its clients and what befalls them. The same specification gives the same history, step by step.</summary>
internal sealed class SimulationRun
{
    private const int Clients = 4;
    /// <summary>Some ten times what the longest histories take: what runs longer goes round in a circle.</summary>
    private const int MostSteps = 2_000_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromDays(3);

    private readonly SimulationSpec spec;
    private readonly DeterministicScheduler scheduler;
    private readonly SimulatedMachine machine;
    private readonly World world;
    private readonly BitRot rot;
    private readonly FaultInjector faults;
    private readonly NonceCollector sealing = new(PaymentMaker.Marker);
    private readonly List<Task> work = [];

    private SimulationRun(SimulationSpec spec)
    {
        this.spec = spec;
        scheduler = new DeterministicScheduler((ulong)spec.Seed, FirewallImage.Start) { MaximumSteps = MostSteps };
        var disk = new SimulatedDisk(Chance(1));
        FirewallImage.Instance.Plant(disk);
        disk.Files.ToList().ForEach(path => sealing.Write(path, 0, disk.Content(path)));
        disk.Writing = sealing.Write;
        disk.LosesFlushes = spec.DiskLies;
        machine = new SimulatedMachine(scheduler, disk, (ulong)spec.Seed << 20, OptionsOf(Chance(2)));
        world = new World(machine, FirewallImage.Instance.Tenants, spec.Mixture, spec.Operations);
        rot = new BitRot(disk, Chance(3));
        faults = new FaultInjector(world, Chance(4), rot);
        machine.StartRefused = errors => rot.Explains(errors) ? true : throw new Violation("start", errors[0].Message);
        machine.DamageMet = damage => rot.Explains([damage.ToError()]);
        var pause = Chance(5);
        machine.DownTime = () => TimeSpan.FromMilliseconds(pause.Next(20, pause.Next(4) == 0 ? 60_000 : 2_000));
    }

    /// <summary>Runs a history and judges it.</summary>
    public static SimulationResult Run(SimulationSpec spec)
    {
        var simulation = new SimulationRun(spec);
        Violation? violation = null;
        try
        {
            simulation.Live();
            new FinalJudgement(simulation.world, simulation.faults, simulation.rot, simulation.sealing, simulation.RunUntil).Judge();
        }
        catch (Violation found)
        {
            violation = found;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            violation = new Violation(
                exception is TimeoutException ? "stuck" : "exception", $"{exception}\nThe last start failed with {simulation.machine.FailedStarts.LastOrDefault()?.ToString() ?? "nothing"}");
        }

        return simulation.Result(violation);
    }

    private void Live()
    {
        machine.Start();
        var payments = new PaymentMaker(Chance(10), world.History) { WithRefunds = world.Has(FaultKinds.Refunds) };
        var policies = new PolicyMaker(Chance(11), world.Has(FaultKinds.Lists));
        for (var client = 0; client < Clients; client++)
        {
            var random = Chance(20 + client);
            var runner = new SimulatedClient(
                world, random, payments, new PolicyAdministrator(world, random, policies), new PageWalker(world, random),
                new Office(new Reviewer(world, random), new ListKeeper(world, random), new Drafter(world, random, policies)));
            work.Add(scheduler.Start(runner.RunAsync));
        }

        work.Add(scheduler.Start(faults.RunAsync));
        RunUntil(() => work.TrueForAll(static task => task.IsCompleted) || work.Exists(static task => task.IsFaulted));

        // Where one has failed, the others may not come to an end any more.
        work.FindAll(static task => task.IsCompleted).ForEach(static task => task.GetAwaiter().GetResult());
    }

    /// <summary>Runs until something holds, and lets processes end and start meanwhile.</summary>
    private void RunUntil(Func<bool> condition)
    {
        var end = scheduler.Time.GetUtcNow() + MostTime;
        while (!condition())
        {
            var left = end - scheduler.Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException("Nothing comes to an end.");
            }

            scheduler.RunUntil(() => machine.IsDue || machine.Fatal is not null || condition(), left);
            if (machine.Fatal is { } fatal)
            {
                throw fatal;
            }

            if (machine.IsDue)
            {
                machine.Tend();
            }
        }
    }

    private Random Chance(int purpose) => new(unchecked((int)SplitMix64.Mix(((ulong)spec.Seed << 8) + (ulong)purpose)));

    private static MachineOptions OptionsOf(Random random) => new()
    {
        Log = new CommitLogOptions
        {
            FileBytes = random.Next(2_000, random.Next(2) == 0 ? 20_000 : 200_000),
            MinimumFreeBytes = random.Next(2) == 0 ? 0 : 100_000,
            MaximumWaitingFiles = random.Next(1, 17),
            MaximumOpenFiles = random.Next(1, 10),
        },
        Segments = new SegmentOptions { MergeCount = random.Next(2, 6), CacheBytes = random.Next(2) == 0 ? 0 : 1 << 20 },
        States = new StateStoreOptions { CompactionSlackBytes = random.Next(1_000, 100_000) },
        RecordsBetweenSnapshots = random.Next(2, 30),
        CollectionAge = TimeSpan.FromSeconds(random.Next(2) == 0 ? random.Next(20, 120) : 900),
    };

    private SimulationResult Result(Violation? violation) => new(spec, violation, scheduler.TraceHash)
    {
        Simulated = scheduler.Time.GetUtcNow() - FirewallImage.Start,
        Steps = scheduler.Steps,
        Payments = world.History.Attempts.Count,
        Answers = world.History.Attempts.Count(static attempt => attempt.Answer is not null),
        Starts = machine.Starts,
        PowerLosses = machine.PowerLosses,
        ProcessKills = machine.ProcessKills,
        Faults = faults.Counts,
    };
}
