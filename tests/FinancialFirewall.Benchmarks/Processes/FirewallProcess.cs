using System.Diagnostics;
using System.Globalization;
using System.Net;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Processes;

/// <summary>The real program, <c>firewall run</c>, over a data directory.</summary>
internal sealed class FirewallProcess : IAsyncDisposable
{
    private const string ListeningMark = "Listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly string data;

    private FirewallProcess(Process process, string data)
    {
        this.process = process;
        this.data = data;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>From the start of the process until it said that it is ready.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>The API key of its tenant.</summary>
    public string ApiKey => File.ReadAllText(Path.Combine(data, "demo.key")).Trim();

    /// <summary>The memory that it holds, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it with <see cref="LoadPolicy"/> and waits until <c>/health/ready</c> says that it is.</summary>
    public static async Task<FirewallProcess> StartAsync(TemporaryFolder folder)
    {
        var policy = folder.PathOf("policy.json");
        if (!File.Exists(policy))
        {
            await File.WriteAllBytesAsync(policy, LoadPolicy.Utf8.ToArray());
        }

        var directory = folder.PathOf("data");
        var program = PublishedFirewall.AssemblyPath;
        var began = Stopwatch.GetTimestamp();
        var started = new FirewallProcess(
            DotnetProgram.Start(program, ["run", "--urls", "http://127.0.0.1:0", "--data", directory, "--policy", policy]), directory);
        try
        {
            await started.WaitUntilReadyAsync();
            started.StartTime = Stopwatch.GetElapsedTime(began);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(ListeningMark, StringComparison.Ordinal))
            {
                Address = new Uri(line[ListeningMark.Length..]);
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                await AskUntilReadyAsync(limit.Token);
                return;
            }
        }

        throw new InvalidOperationException("The firewall did not start. What it said is on standard error.");
    }

    private async Task AskUntilReadyAsync(CancellationToken limit)
    {
        using var client = new HttpClient();
        while (true)
        {
            using var response = await client.GetAsync(new Uri(Address, "/health/ready"), limit);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return;
            }
        }
    }
}
