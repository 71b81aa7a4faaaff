using System.Diagnostics;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Console.Tests.Building;

/// <summary>Node.js with its packages, as the console's sources ask for them.</summary>
internal static class NodeTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    private static readonly Lazy<Task> Built = new(BuildAsync);

    /// <summary>What is missing on this machine, for people; null where nothing is.</summary>
    public static string? Missing { get; } = Find("node") is null ? "node is not on the PATH: install Node.js 20.19 or newer"
        : Find("npm") is null ? "npm is not on the PATH: install it beside Node.js"
        : null;

    /// <summary>The file of a program that the PATH leads to; null where it leads to none.</summary>
    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Has the console built, where it is not, or was changed since.</summary>
    public static Task EnsureBuiltAsync() => Built.Value;

    /// <summary>Runs a program of a package, and gives how it ended.</summary>
    public static async Task<ProgramResult> RunAsync(string program, params string[] arguments)
    {
        await Installed.Value;
        return await StartAsync("node", [Path.Combine("node_modules", program), .. arguments]);
    }

    /// <summary>Runs a script of package.json, and gives how it ended.</summary>
    public static async Task<ProgramResult> ScriptAsync(string script)
    {
        await Installed.Value;
        return await StartAsync("npm", ["run", "--silent", script]);
    }

    private static async Task InstallAsync()
    {
        // npm leaves a list of what it has installed, so that an installation that is right is not made anew.
        var list = new FileInfo(Path.Combine(ConsoleFolder.Root, "node_modules", ".package-lock.json"));
        if (!list.Exists || list.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(ConsoleFolder.Root, "package-lock.json")))
        {
            await DoAsync("npm", "ci", "--no-audit", "--no-fund");
        }
    }

    private static async Task BuildAsync()
    {
        await Installed.Value;
        if (ConsoleFolder.IsStale())
        {
            await DoAsync("npm", "run", "build");
        }
    }

    private static async Task DoAsync(string program, params string[] arguments)
    {
        var result = await StartAsync(program, arguments);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {result}");
        }
    }

    private static async Task<ProgramResult> StartAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = ConsoleFolder.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramResult(process.ExitCode, await output, await errors);
    }
}
