using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace FinancialFirewall.Benchmarks.Zen;

/// <summary>GoRules' zen-engine in a process of node.</summary>
internal sealed class ZenProcess : IDisposable
{
    private const string Ready = "ready";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Zen");

    private readonly Process process;

    private ZenProcess(Process process) => this.process = process;

    /// <summary>Starts it; the first time its packages are fetched.</summary>
    /// <exception cref="InvalidOperationException">Node or its packages are not to be had; says what to do.</exception>
    public static async Task<ZenProcess> StartAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            // Not 'npm ci': it wants the packages of every platform in the lock file, and only one of them is installed.
            using var install = Start("npm", "install", "--no-audit", "--no-fund");
            var said = await install.StandardOutput.ReadToEndAsync();
            await install.WaitForExitAsync();
            if (install.ExitCode != 0)
            {
                throw new InvalidOperationException($"'npm install' in {Folder} failed with {install.ExitCode}: {said}");
            }
        }

        return new ZenProcess(Start("node", "zen.js"));
    }

    /// <summary>Has it read payments and what is given beside them.</summary>
    public async Task PrepareAsync(string payments)
    {
        await process.StandardInput.WriteLineAsync(payments);
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() is not Ready)
        {
            throw new InvalidOperationException("zen-engine did not start. What it said is on standard error.");
        }
    }

    /// <summary>Has it decide them.</summary>
    public async Task<ZenReport> RunAsync()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("zen-engine ended. What it said is on standard error.");
        return JsonSerializer.Deserialize<ZenReport>(line, JsonSerializerOptions.Web)!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Folder };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"'{program}' is not on the PATH: zen-engine needs Node.js 20 or newer, with npm ({missing.Message}).", missing);
        }
    }
}
