using System.Text.RegularExpressions;
using FinancialFirewall.Console.Tests.Building;

namespace FinancialFirewall.Console.Tests.Checks;

/// <summary>How much a browser has to load before the first page is there, and from where.</summary>
public sealed partial class BundleTests
{
    /// <summary>The most bytes of script, as they are sent, before the first page asks for its own.</summary>
    private const int MaximumSentBytes = 200_000;

    /// <summary>The same, unpacked.</summary>
    private const int MaximumUnpackedBytes = 600_000;

    [NodeFact]
    public async Task FirstPage_AllItsScripts_KeepToTheBudget()
    {
        await NodeTools.EnsureBuiltAsync();
        var scripts = Scripts().Matches(await File.ReadAllTextAsync(Path.Combine(ConsoleFolder.Built, "index.html"))).Select(match => Path.Combine(ConsoleFolder.Built, match.Groups["script"].Value)).ToList();

        Assert.NotEmpty(scripts);
        Assert.InRange(scripts.Sum(script => new FileInfo($"{script}.br").Length), 1, MaximumSentBytes);
        Assert.InRange(scripts.Sum(script => new FileInfo(script).Length), 1, MaximumUnpackedBytes);
    }

    [NodeFact]
    public async Task Styles_All_LoadNothingFromElsewhere()
    {
        await NodeTools.EnsureBuiltAsync();
        var styles = Directory.GetFiles(Path.Combine(ConsoleFolder.Built, "assets"), "*.css");

        Assert.NotEmpty(styles);
        Assert.All(styles, style => Assert.DoesNotContain("//", File.ReadAllText(style), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(src|href)=""/(?<script>assets/[^""]+\.js)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Scripts();
}
