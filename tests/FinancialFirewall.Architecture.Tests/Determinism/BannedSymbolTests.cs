using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Determinism;

/// <summary>What would make a run depend on anything but its inputs is banned, and the ban is lifted only in thin seams.</summary>
public sealed partial class BannedSymbolTests
{
    private const string Composition = "FinancialFirewall.Host";

    /// <summary>What the list bans at the least.</summary>
    private static readonly string[] Required =
    [
        "M:System.Threading.Tasks.Task.Run(System.Action)", "M:System.Threading.Tasks.Task.Delay(System.TimeSpan)",
        "M:System.Threading.Tasks.Task.ConfigureAwait(System.Boolean)", "M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)",
        "T:System.Threading.ThreadPool", "T:System.Threading.Thread", "T:System.Threading.Timer", "T:System.Diagnostics.Stopwatch",
        "M:System.Guid.NewGuid", "T:System.HashCode", "T:System.Security.Cryptography.RandomNumberGenerator", "T:System.Random",
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "T:System.IO.File", "T:System.IO.FileStream", "T:System.IO.Directory", "T:System.IO.RandomAccess", "T:System.Net.Http.HttpClient",
    ];

    [Fact]
    public void List_AsItStands_BansEverySourceOfChance()
    {
        var banned = File.ReadLines(Path.Combine(Repository.Root, "BannedSymbols.txt")).Select(line => line.Split(';')[0]);

        Findings.None(Required.Except(banned));
    }

    [Fact]
    public void List_IsAppliedToEverySourceProjectButTheComposition()
    {
        var item = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("AdditionalFiles")
            .Single(file => ((string?)file.Attribute("Include"))!.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));

        Assert.Equal($"'$(MSBuildProjectName)' != '{Composition}'", (string?)item.Attribute("Condition"));
        Assert.Equal("'$(IsTestProject)' != 'true'", (string?)item.Parent!.Attribute("Condition"));
    }

    [Fact]
    public void Analyzer_IsOnInEverySourceProject()
    {
        var root = Path.Combine(Repository.Root, "Directory.Build.props");
        var analyzers = XDocument.Load(root).Descendants("PackageReference").Select(item => (string?)item.Attribute("Include"));

        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", analyzers);
        Findings.None(Repository.SourceProjects.Where(project => Switches().IsMatch(File.ReadAllText(Path.Combine(project.Folder, project.Name + ".csproj")))));
        Assert.Equal([root], Directory.EnumerateFiles(Repository.Root, "Directory.Build.props", SearchOption.AllDirectories)
            .Where(file => !Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Bans_WhereTheyAreLifted_SayWhyAndStandAgainSoon()
    {
        var wrong = Repository.SourceCodeFiles()
            .Where(file => !Repository.Relative(file).StartsWith($"src/{Composition}/", StringComparison.Ordinal))
            .SelectMany(file => Lifted(File.ReadAllLines(file)), (file, line) => $"{Repository.Relative(file)}:{line}");

        Findings.None(wrong);
    }

    /// <summary>The lines that lift a ban without a comment on the same line or the one before.</summary>
    private static IEnumerable<int> Lifted(string[] lines)
        => Enumerable.Range(0, lines.Length)
            .Where(i => lines[i].Contains("RS0030", StringComparison.Ordinal) && !lines[i].Contains("restore", StringComparison.Ordinal))
            .Where(i => !lines[i].Contains("//", StringComparison.Ordinal) && !(i > 0 && lines[i - 1].Contains("//", StringComparison.Ordinal)))
            .Select(i => i + 1);

    [GeneratedRegex("RunAnalyzers|RS0030|NoWarn", RegexOptions.NonBacktracking)]
    private static partial Regex Switches();
}
