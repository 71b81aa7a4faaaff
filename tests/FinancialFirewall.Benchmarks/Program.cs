using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Load;

if (args is [ClientProgram.Verb])
{
    return ClientProgram.Run();
}

if (args is not ["load", ..] || !LoadOptions.TryParse(args.AsSpan(1), out var options))
{
    Console.Error.WriteLine(LoadOptions.Usage);
    return 2;
}

await LoadRun.RunAsync(options, Console.Out);
return 0;
