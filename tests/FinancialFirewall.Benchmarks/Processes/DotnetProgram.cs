using System.Diagnostics;

namespace FinancialFirewall.Benchmarks.Processes;

/// <summary>Starts programs that were built beside this one.</summary>
internal static class DotnetProgram
{
    /// <summary>Starts one; its standard input and output are ours, and what it complains of is seen.</summary>
    public static Process Start(string assembly, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
    }
}
