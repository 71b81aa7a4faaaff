using FinancialFirewall.Gateway.Pages;

namespace FinancialFirewall.Host.Serving;

/// <summary>The folder beside the program that has the built console. It is read once, when the server starts.</summary>
internal static class ConsoleDirectory
{
    /// <summary>Its name.</summary>
    public const string Name = "console";

    /// <summary>What is in it; <see cref="PageFiles.None"/> where it is not there.</summary>
    public static PageFiles Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, Name);
        return Directory.Exists(folder)
            ? PageFiles.Of(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal))
            : PageFiles.None;
    }
}
