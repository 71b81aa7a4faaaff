using System.Globalization;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Zen;

/// <summary>Measures our engine and GoRules' zen-engine in turns.</summary>
internal static class ZenRun
{
    /// <summary>Said before other arguments of <see cref="LoadOptions"/>, which hold instead where they are given.</summary>
    public static readonly string[] Defaults = ["--payments", "10000", "--accounts", "10000", "--rounds", "3"];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(LoadOptions options, TextWriter output)
    {
        using var folder = new TemporaryFolder(options.Directory);
        using var process = await ZenProcess.StartAsync();
        var lines = new PaymentLines(options.Payments, options.Accounts);
        var zen = new ZenStage(process, folder);
        await using var rounds = new StageRounds(
            [new Contender(zen, lines), new Contender(new EngineStage("engine", 1), lines), new Contender(new EngineStage("engines", Environment.ProcessorCount), lines)],
            options.Payments,
            options.Seed);
        await rounds.WarmUpAsync();
        for (var round = 1; round <= options.Rounds; round++)
        {
            await rounds.MeasureAsync();
            await output.WriteLineAsync(LoadReport.LatestRound(rounds.Results));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(Machine.Describe(options.Directory));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Accounts:N0} accounts, {options.Payments:N0} payments a round, {options.Rounds} rounds, seed {options.Seed}. zen-engine decided {zen.Total.Same:N0} of {zen.Total.Decided:N0} payments as we do.\n"));
        await output.WriteLineAsync(LoadReport.Table(rounds.Results));
    }
}
