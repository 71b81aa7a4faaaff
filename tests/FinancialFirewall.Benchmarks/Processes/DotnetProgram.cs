using System.Diagnostics;

namespace FinancialFirewall.Benchmarks.Processes;

/// <summary>Starts programs that were built beside this one.</summary>
internal static class DotnetProgram
{
    /// <summary>Starts one; its standard input and output are ours, and what it complains of is seen.</summary>
    /// <param name="assembly">Its file.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <param name="environment">What it finds in its environment beside what we do.</param>
    public static Process Start(string assembly, IEnumerable<string> arguments, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
    }
}
