using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Zen;

/// <summary>The same factors over the same payments by GoRules' zen-engine.</summary>
internal sealed class ZenStage(ZenProcess zen, TemporaryFolder folder) : IStage
{
    private readonly ZenContext context = new();
    private ZenReport report = new(0, 0, 0, 0);

    public string Name => "zen";

    public string Description => "zen-engine in node, 64 decisions in flight: parse, the same 20 factors, brief answer; windows and block list are given to it ready-made";

    public TimeSpan ForeignProcessorTime => TimeSpan.FromSeconds(report.ProcessorSeconds);

    /// <summary>Payments that were decided so far, and those of them that were decided as we do.</summary>
    public (long Decided, long Same) Total { get; private set; }

    public async Task PrepareAsync(PaymentLines lines)
    {
        var path = folder.PathOf("payments.ndjson");
        await File.WriteAllBytesAsync(path, lines.Bytes.AsMemory(0, lines.Length));
        await File.WriteAllBytesAsync($"{path}.context", context.Of(lines));
        await zen.PrepareAsync(path);
    }

    public async Task RunAsync(PaymentLines lines)
    {
        report = await zen.RunAsync();
        Total = (Total.Decided + report.Decided, Total.Same + report.Same);
    }

    public void Verify(PaymentLines lines)
    {
        if (report.Decided != lines.Count)
        {
            throw new InvalidOperationException($"{report.Decided} of {lines.Count} payments were decided.");
        }
    }

    public ValueTask DisposeAsync()
    {
        context.Dispose();
        return ValueTask.CompletedTask;
    }
}
