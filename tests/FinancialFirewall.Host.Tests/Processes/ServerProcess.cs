using System.Diagnostics;
using System.Text;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A real server on a free port of this machine.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const string ListeningPrefix = "Listening on ";
    private const string KeyPrefix = "API key: ";

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly Task<string> errors;

    private ServerProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The key that was printed; null where none was.</summary>
    public string? PrintedKey { get; private set; }

    public int Id => process.Id;

    /// <summary>Starts a server and waits until it listens.</summary>
    public static Task<ServerProcess> StartAsync(string dataDirectory, params IEnumerable<string> arguments) => StartWithKeyAsync(masterKey: null, dataDirectory, arguments);

    /// <summary>The same with a master key in its environment, or with none.</summary>
    public static Task<ServerProcess> StartWithKeyAsync(string? masterKey, string dataDirectory, params IEnumerable<string> arguments)
        => StartAsync("run", masterKey, dataDirectory, arguments);

    /// <summary>Starts a site that follows another one, and waits until it listens.</summary>
    public static Task<ServerProcess> StartFollowerAsync(string dataDirectory, params IEnumerable<string> arguments) => StartAsync("follow", masterKey: null, dataDirectory, arguments);

    private static async Task<ServerProcess> StartAsync(string command, string? masterKey, string dataDirectory, IEnumerable<string> arguments)
    {
        var server = new ServerProcess(FirewallProgram.StartWith(masterKey, [command, "--urls", "http://127.0.0.1:0", "--data", dataDirectory, .. arguments]));
        await server.WaitUntilListeningAsync();
        return server;
    }

    /// <summary>Kills it as the machine would: no handler runs.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop.</summary>
    public Task TerminateAsync() => FirewallProgram.SignalAsync(process, "TERM");

    /// <summary>Holds it where it is, as a machine does that swaps or is moved; connections stay.</summary>
    public Task FreezeAsync() => FirewallProgram.SignalAsync(process, "STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => FirewallProgram.SignalAsync(process, "CONT");

    /// <summary>Waits until it has ended.</summary>
    public async Task<ProgramResult> WaitForExitAsync()
    {
        var rest = await process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramResult(process.ExitCode, output + rest, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    /// <summary>Waits until it listens, the next time where it did before.</summary>
    public async Task WaitUntilListeningAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            output.AppendLine(line);
            if (line.StartsWith(KeyPrefix, StringComparison.Ordinal))
            {
                PrintedKey = line[KeyPrefix.Length..];
            }

            if (line.StartsWith(ListeningPrefix, StringComparison.Ordinal))
            {
                Address = new Uri(line[ListeningPrefix.Length..]);
                return;
            }
        }

        await process.WaitForExitAsync(limit.Token);
        throw new InvalidOperationException($"The server did not start: {new ProgramResult(process.ExitCode, output.ToString(), await errors)}");
    }
}
