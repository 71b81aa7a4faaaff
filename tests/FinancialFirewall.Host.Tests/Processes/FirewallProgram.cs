using System.Diagnostics;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>The real program, as a process of its own.</summary>
internal static class FirewallProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Starts it with its streams redirected.</summary>
    public static Process Start(params IEnumerable<string> arguments) => StartWith(masterKey: null, arguments);

    /// <summary>Starts it with a master key in its environment, or with none.</summary>
    public static Process StartWith(string? masterKey, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("FIREWALL_MASTER_KEY");

        // A process of seconds gains nothing from measuring itself for a second compilation.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (masterKey is not null)
        {
            start.Environment["FIREWALL_MASTER_KEY"] = masterKey;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "firewall.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<ProgramResult> RunAsync(params IEnumerable<string> arguments) => RunWithInputAsync("", arguments);

    /// <summary>Runs it to its end with a master key in its environment.</summary>
    public static Task<ProgramResult> RunWithKeyAsync(string masterKey, params IEnumerable<string> arguments) => RunAsync(StartWith(masterKey, arguments), "");

    /// <summary>Runs it to its end with something on standard input.</summary>
    public static Task<ProgramResult> RunWithInputAsync(string input, params IEnumerable<string> arguments) => RunAsync(Start(arguments), input);

    /// <summary>Sends a signal, such as TERM.</summary>
    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task<ProgramResult> RunAsync(Process started, string input)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramResult(process.ExitCode, await output, await errors);
    }
}
