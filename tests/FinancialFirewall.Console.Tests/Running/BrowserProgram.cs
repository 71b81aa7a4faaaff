using FinancialFirewall.Console.Tests.Building;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The browser that the system has.</summary>
internal static class BrowserProgram
{
    /// <summary>Its file; null where there is none.</summary>
    public static string? Path { get; } = NodeTools.Find("chromium") ?? NodeTools.Find("chromium-browser") ?? NodeTools.Find("google-chrome");

    /// <summary>What is missing on this machine, for people; null where nothing is.</summary>
    public static string? Missing => NodeTools.Missing ?? (Path is null ? "chromium is not on the PATH: install it, as by apt-get install chromium" : null);
}
