using BenchmarkDotNet.Running;
using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Graph;
using FinancialFirewall.Benchmarks.Limits;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Parts;
using FinancialFirewall.Benchmarks.Readers;
using FinancialFirewall.Benchmarks.Rooms;
using FinancialFirewall.Benchmarks.Segments;
using FinancialFirewall.Benchmarks.Steady;
using FinancialFirewall.Benchmarks.Table;
using FinancialFirewall.Benchmarks.Zen;

const string UsageOfOthers = """
    usage: limits [as load]           what this machine would permit, against what a payment takes of it
    usage: stages [as load]           what happens to a payment in the domain, step by step, in one thread
    usage: parts [options]            BenchmarkDotNet over the same steps
    usage: seal                       sealing frames against checksums alone, and persons inside records
    usage: zen [as load]              our engine and GoRules' zen-engine in turns; needs Node.js with npm
    usage: graph [short]              GraphQL: a dashboard beside graphql-js, hostile documents, a payment beside REST; needs Node.js with npm
    usage: readers                    reading each format against a plain scan of its bytes, and the memory it takes
    usage: rooms [--filter PATTERN]   BenchmarkDotNet over journal, grain calls and references
    """;

switch (args)
{
    case [ClientProgram.Verb]:
        return ClientProgram.Run();
    case ["load", ..] when LoadOptions.TryParse(args.AsSpan(1), out var options):
        await LoadRun.RunAsync(options, Console.Out);
        return 0;
    case ["table", ..] when TableOptions.TryParse(args.AsSpan(1), out var options):
        await TableRun.RunAsync(options, Console.Out, Console.Error);
        return 0;
    case ["steady", ..] when SteadyOptions.TryParse(args.AsSpan(1), out var options):
        await SteadyRun.RunAsync(options, Console.Out);
        return 0;
    case ["zen", ..] when LoadOptions.TryParse([.. ZenRun.Defaults, .. args[1..]], out var options):
        await ZenRun.RunAsync(options, Console.Out);
        return 0;
    case ["limits", ..] when LoadOptions.TryParse(args.AsSpan(1), out var options):
        await LimitsRun.RunAsync(options, Console.Out);
        return 0;
    case ["stages", ..] when LoadOptions.TryParse(args.AsSpan(1), out var options):
        StageRun.Run(options, Console.Out);
        return 0;
    case ["parts", ..]:
        BenchmarkRunner.Run<PartBenchmarks>(args: args[1..]);
        return 0;
    case ["seal"]:
        SealFrame.Run(Console.Out);
        SealPersons.Run(LoadPolicy.Compiled, Console.Out);
        return 0;
    case ["segments", ..] when StoringOptions.TryParse(args.AsSpan(1), out var options):
        await StoringRun.RunAsync(options, Console.Out);
        return 0;
    case ["graph"]:
        await GraphRun.RunAsync(3, Console.Out);
        return 0;
    case ["graph", "short"]:
        await GraphRun.RunAsync(0.5, Console.Out);
        return 0;
    case ["readers"]:
        ReadersRun.Run(Console.Out);
        return 0;
    case ["rooms", ..]:
        RoomsRun.Run(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine($"{LoadOptions.Usage}\n{TableOptions.Usage}\n{SteadyOptions.Usage}\n{StoringOptions.Usage}\n{UsageOfOthers}");
        return 2;
}
