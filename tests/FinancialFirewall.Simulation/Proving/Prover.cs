using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Simulation.Machines;
using FinancialFirewall.Simulation.Running;

namespace FinancialFirewall.Simulation.Proving;

/// <summary>Plants one bug after another and shows which check finds it, and after how many seeds. Each start is a process of its own, which has one bug.</summary>
internal static class Prover
{
    /// <summary>Where a process keeps the name of the bug that it has.</summary>
    public const string Key = "FinancialFirewall.PlantedBug";

    /// <summary>How often each bug is planted, each time with other seeds.</summary>
    private const int Starts = 3;

    private const int MostSeeds = 400;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(10);

    /// <summary>The names of the bugs of this build; none where it was not built for them.</summary>
    public static IReadOnlyList<string> Bugs { get; } =
    [
        .. typeof(TenantId).Assembly.GetType("FinancialFirewall.PlantedBugs", throwOnError: true)!
            .GetProperties(BindingFlags.Public | BindingFlags.Static).Select(static property => property.Name),
    ];

    /// <summary>Runs one start with a bug, or all starts of all bugs, and prints what was found.</summary>
    public static int Run(CommandOptions options)
    {
        if (Bugs.Count == 0)
        {
            Console.Error.WriteLine("simulate: this build has no bugs to plant: build it with -p:PlantedBugs=true, as ./simulate prove does.");
            return 2;
        }

        if (options.Bug is { } bug)
        {
            Console.WriteLine(Start(bug, options));
            return 0;
        }

        return ProveAll(options);
    }

    /// <summary>Gives this process a bug, once there is a sound image for every history to begin with.</summary>
    public static void Plant(string bug)
    {
        _ = FirewallImage.Instance;
        AppContext.SetData(Key, bug);
    }

    private static int ProveAll(CommandOptions options)
    {
        Console.WriteLine("| bug | found by | after how many seeds (starts) | median |\n|---|---|---|---|");
        var missed = 0;
        foreach (var bug in Bugs)
        {
            var found = Enumerable.Range(0, Starts).AsParallel().WithDegreeOfParallelism(options.Threads).Select(start => InProcess(bug, options.FirstSeed + (start * 10_000), options)).ToList();
            var counts = found.Select(static one => one.Seeds).Order().ToList();
            missed += found.TrueForAll(static one => one.Check is not null) ? 0 : 1;
            var checks = found.Select(static one => one.Check ?? "nothing").GroupBy(static name => name, StringComparer.Ordinal).OrderByDescending(static same => same.Count()).Select(static same => same.Key);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {bug} | {string.Join(", ", checks)} | {string.Join(", ", found.Select(static one => one.Seeds))} | {counts[counts.Count / 2]} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{Bugs.Count} bugs, {Bugs.Count - missed} found at every start."));
        return missed == 0 ? 0 : 1;
    }

    private static string Start(string bug, CommandOptions options)
    {
        Plant(bug);
        for (var seed = options.FirstSeed; seed < options.FirstSeed + (options.Seeds ?? MostSeeds); seed++)
        {
            if (SimulationRun.Run(new SimulationSpec(seed, options.Kinds, options.Operations)).Violation is { } violation)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{seed - options.FirstSeed + 1}\t{violation.Check}\t{violation.Message.ReplaceLineEndings(" ")}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{options.Seeds ?? MostSeeds}\t\t");
    }

    private static (int Seeds, string? Check) InProcess(string bug, int firstSeed, CommandOptions options)
    {
        var arguments = new[] { "exec", typeof(Prover).Assembly.Location, "prove", "--bug", bug, "--seed", Text(firstSeed), "--seeds", Text(options.Seeds ?? MostSeeds) };
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(MostTime))
        {
            process.Kill();
            return (1, "no end");
        }

        var parts = output.Result.Split('\t');
        return parts.Length < 2
            ? throw new InvalidOperationException($"The start with {bug} ended with {process.ExitCode}.")
            : (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1].Length == 0 ? null : parts[1]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
