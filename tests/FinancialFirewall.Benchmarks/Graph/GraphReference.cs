using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FinancialFirewall.Benchmarks.Graph;

/// <summary>The reference implementation in a process of node.</summary>
internal sealed class GraphReference : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Graph");

    private readonly Process process;

    private GraphReference(Process process) => this.process = process;

    /// <summary>Starts it with a schema and a document; the first time its package is fetched.</summary>
    /// <exception cref="InvalidOperationException">Node or its package is not to be had.</exception>
    public static async Task<GraphReference> StartAsync(string sdl, string document, int listLength)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            using var install = Start("npm", "install", "--no-audit", "--no-fund");
            var said = await install.StandardOutput.ReadToEndAsync();
            await install.WaitForExitAsync();
            if (install.ExitCode != 0)
            {
                throw new InvalidOperationException($"'npm install' in {Folder} failed with {install.ExitCode}: {said}");
            }
        }

        var reference = new GraphReference(Start("node", "dashboard.mjs"));
        var ready = await reference.AskAsync(JsonSerializer.Serialize(new { sdl, document, listLength }));
        return ready is "ready" ? reference : throw new InvalidOperationException($"The reference did not start: {ready}");
    }

    /// <summary>Has it execute the document for a while.</summary>
    public async Task<GraphReport> RunAsync(double seconds)
        => JsonSerializer.Deserialize<GraphReport>(await AskAsync(seconds.ToString(CultureInfo.InvariantCulture)), JsonSerializerOptions.Web)!;

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string program, params string[] arguments)
        => Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Folder })
            ?? throw new InvalidOperationException($"'{program}' did not start: Node.js 20 or newer with npm has to be on the PATH.");

    private async Task<string> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The reference ended. What it said is on standard error.");
    }
}
