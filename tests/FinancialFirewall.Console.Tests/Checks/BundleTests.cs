using System.Text.Json;
using FinancialFirewall.Console.Tests.Building;

namespace FinancialFirewall.Console.Tests.Checks;

/// <summary>How much a browser has to load before a page asks for what it needs itself, and from where.</summary>
public sealed class BundleTests
{
    private const string Page = "index.html";

    /// <summary>The most bytes of script, unpacked and as they are sent. React and its renderer for browsers are 218 KB of each.</summary>
    [NodeTheory]
    [InlineData(Page, 330_000, 96_000)]
    [InlineData("src/session/SignInPage.tsx", 395_000, 120_000)]
    [InlineData("src/shell/SignedIn.tsx", 400_000, 120_000)]
    public async Task Scripts_BeforeAPageAsksForItsOwn_KeepToTheBudget(string part, long maximumUnpacked, long maximumSent)
    {
        await NodeTools.EnsureBuiltAsync();
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(ConsoleFolder.Built, ".vite", "manifest.json")));
        var scripts = new HashSet<string>(StringComparer.Ordinal);
        Collect(manifest.RootElement, Page, scripts);
        Collect(manifest.RootElement, part, scripts);

        var files = scripts.Select(static script => Path.Combine(ConsoleFolder.Built, script)).ToList();
        Assert.InRange(files.Sum(static file => new FileInfo(file).Length), 200_000, maximumUnpacked);
        Assert.InRange(files.Sum(static file => new FileInfo($"{file}.br").Length), 60_000, maximumSent);
    }

    [NodeFact]
    public async Task Styles_All_LoadNothingFromElsewhere()
    {
        await NodeTools.EnsureBuiltAsync();
        var styles = Directory.GetFiles(Path.Combine(ConsoleFolder.Built, "assets"), "*.css");

        Assert.NotEmpty(styles);
        Assert.All(styles, style => Assert.DoesNotContain("//", File.ReadAllText(style), StringComparison.Ordinal));
    }

    /// <summary>A part with everything that it cannot begin without.</summary>
    private static void Collect(JsonElement manifest, string part, HashSet<string> scripts)
    {
        var entry = manifest.GetProperty(part);
        if (scripts.Add(entry.GetProperty("file").GetString()!) && entry.TryGetProperty("imports", out var imports))
        {
            foreach (var import in imports.EnumerateArray())
            {
                Collect(manifest, import.GetString()!, scripts);
            }
        }
    }
}
