using BenchmarkDotNet.Running;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Parts;

if (args is ["parts", ..])
{
    BenchmarkRunner.Run<PartBenchmarks>(args: args[1..]);
    return 0;
}

if (args is not ["load" or "stages", ..] || !LoadOptions.TryParse(args.AsSpan(1), out var options))
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

if (args[0] == "stages")
{
    StageRun.Run(options, Console.Out);
}
else
{
    await LoadRun.RunAsync(options, Console.Out);
}

return 0;
