using FinancialFirewall.Benchmarks.Clients;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Table;

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
    default:
        Console.Error.WriteLine($"{LoadOptions.Usage}\n{TableOptions.Usage}");
        return 2;
}
