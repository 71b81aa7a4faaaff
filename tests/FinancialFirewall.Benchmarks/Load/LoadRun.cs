using System.Globalization;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>Measures the stages against each other in one run.</summary>
internal static class LoadRun
{
    /// <summary>Measures and reports.</summary>
    public static async Task RunAsync(LoadOptions options, TextWriter output)
    {
        await using var firewall = await Firewall.StartAsync(options.Directory);
        var lines = new PaymentLines(options.Payments, options.Accounts);
        await using var rounds = new StageRounds(
            [.. options.Stages.Select(name => new Contender(Create(name, firewall, options.Accounts), lines))], options.Payments, options.Seed);
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
            $"{options.Accounts:N0} accounts, {options.Payments:N0} payments of {PaymentLines.LineBytes} bytes a round, {options.Rounds} rounds, seed {options.Seed}, demo policy, {LoadPolicy.BlockedAccounts:N0} accounts blocked\n"));
        await output.WriteLineAsync(LoadReport.Table(rounds.Results));
    }

    /// <summary>A stage by its name.</summary>
    public static IStage Create(string name, Firewall firewall, int accounts) => name switch
    {
        "read" => new ReadStage(),
        "engine" => new EngineStage(name, 1),
        "engines" => new EngineStage(name, Environment.ProcessorCount),
        "durable" => new DurableStage(firewall),
        "http" => new HttpStage(firewall, accounts),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"The stages are {string.Join(", ", LoadOptions.AllStages)}."),
    };
}
