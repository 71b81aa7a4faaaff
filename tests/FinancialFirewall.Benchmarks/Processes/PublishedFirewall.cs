using System.Diagnostics;

namespace FinancialFirewall.Benchmarks.Processes;

/// <summary>The program as <c>./run</c> publishes and starts it; where there is no such script, as it was built beside this one.</summary>
internal static class PublishedFirewall
{
    private const string Assembly = "firewall.dll";

    private static readonly Lazy<string> Found = new(Publish);

    /// <summary>Its path. Asked for the first time, it is published anew where something changed.</summary>
    public static string AssemblyPath => Found.Value;

    private static string Publish()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "run")))
        {
            root = root.Parent;
        }

        if (root is null || OperatingSystem.IsWindows())
        {
            return Path.Combine(AppContext.BaseDirectory, Assembly);
        }

        using var run = Process.Start(new ProcessStartInfo(Path.Combine(root.FullName, "run"), ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("./run did not start.");
        run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0
            ? Path.Combine(root.FullName, "src", "FinancialFirewall.Host", "bin", "run", Assembly)
            : throw new InvalidOperationException($"./run --version ended with {run.ExitCode}.");
    }
}
