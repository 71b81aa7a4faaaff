using System.Diagnostics;
using System.Text.Json;
using FinancialFirewall.Benchmarks.Processes;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>A client in a process of its own: this program, started once more. What it costs is not counted as the server's.</summary>
internal sealed class ClientProcess : IDisposable
{
    /// <summary>
    /// Whoever measures shares the machine with whom it measures: threads that have nothing to do sleep at once, and an answer is counted by the thread that hears of it. It halves what
    /// the client takes from the processor.
    /// </summary>
    private static readonly KeyValuePair<string, string>[] Modest =
    [
        new("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0"),
        new("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"),
    ];

    private readonly Process process;

    private ClientProcess(Process process) => this.process = process;

    /// <summary>Starts a client of a firewall.</summary>
    public static ClientProcess Start(Uri address, string key)
    {
        var started = DotnetProgram.Start("FinancialFirewall.Benchmarks.dll", [ClientProgram.Verb], Modest);
        started.StandardInput.WriteLine(address);
        started.StandardInput.WriteLine(key);
        return new ClientProcess(started);
    }

    /// <summary>Gives an order and waits until the client is ready to carry it out.</summary>
    public async Task PrepareAsync(ClientOrder order)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        await process.StandardInput.FlushAsync();
        var ready = await ReadLineAsync();
        if (ready.Length > 0)
        {
            throw new InvalidOperationException(ready);
        }
    }

    /// <summary>Has the order carried out.</summary>
    /// <param name="everySecond">Told what was answered in each second of a stream.</param>
    public async Task<ClientReport> RunAsync(Action<LatencySummary>? everySecond = null)
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        while (true)
        {
            var line = await ReadLineAsync();
            if (line.StartsWith(ClientProgram.SecondMark, StringComparison.Ordinal))
            {
                everySecond?.Invoke(JsonSerializer.Deserialize<LatencySummary>(line[ClientProgram.SecondMark.Length..]));
                continue;
            }

            return line.StartsWith(ClientProgram.ReportMark, StringComparison.Ordinal)
                ? JsonSerializer.Deserialize<ClientReport>(line[ClientProgram.ReportMark.Length..])!
                : throw new InvalidOperationException($"The client failed: {line}");
        }
    }

    /// <summary>Gives an order, and has it carried out.</summary>
    public async Task<ClientReport> RunAsync(ClientOrder order)
    {
        await PrepareAsync(order);
        return await RunAsync();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task<string> ReadLineAsync()
        => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The client ended. What it said is on standard error.");
}
