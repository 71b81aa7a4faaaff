using System.Text.RegularExpressions;
using System.Xml.Linq;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Determinism;

/// <summary>What the list of banned symbols holds, where it applies, and how it is lifted.</summary>
internal static partial class BanRules
{
    /// <summary>The one project to which the bans do not apply: it puts clocks, disks and chance in.</summary>
    public const string Composition = "FinancialFirewall.Host";

    private const string ListFile = "BannedSymbols.txt";

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

    /// <summary>What the list has to ban and does not.</summary>
    public static IEnumerable<string> Missing(IEnumerable<string> list) => Required.Except(list.Select(line => line.Split(';')[0]));

    /// <summary>How the properties that all projects share fall short of giving the list and its analyzer to every source project but the composition.</summary>
    public static IEnumerable<string> NotApplied(XDocument properties)
    {
        var item = properties.Descendants("AdditionalFiles").SingleOrDefault(file => ((string?)file.Attribute("Include"))?.EndsWith(ListFile, StringComparison.Ordinal) == true);
        var analyzers = properties.Descendants("PackageReference").Select(package => (string?)package.Attribute("Include"));
        return
        [
            .. Unless(item is not null, $"{ListFile} is given to nobody"),
            .. Unless(item is null || (string?)item.Attribute("Condition") == $"'$(MSBuildProjectName)' != '{Composition}'", $"{ListFile} is not given to all but {Composition}"),
            .. Unless(item?.Parent is not { } group || (string?)group.Attribute("Condition") == "'$(IsTestProject)' != 'true'", $"{ListFile} is not given to all but tests"),
            .. Unless(analyzers.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", StringComparer.Ordinal), "the analyzer is not referenced"),
        ];
    }

    /// <summary>Project files that switch the analyzer or its complaint off.</summary>
    public static IEnumerable<string> SwitchedOff(IEnumerable<ProjectFile> projects)
        => projects.Where(project => Switches().IsMatch(project.Xml.ToString())).Select(project => project.Name);

    /// <summary>Lines that lift a ban without a reason on the same line or the one before.</summary>
    public static IEnumerable<string> LiftedWithoutReason(IEnumerable<SourceFile> files)
        => files.SelectMany(file => Enumerable.Range(0, file.Lines.Count)
            .Where(i => IsLift(file.Lines[i]) && !HasReason(file.Lines[i]) && !(i > 0 && HasReason(file.Lines[i - 1])))
            .Select(i => $"{file.Path}:{i + 1}"));

    /// <summary>Files that lift a ban and do not put it back; a file that is a seam as a whole lifts it in its first line.</summary>
    public static IEnumerable<string> LiftedForGood(IEnumerable<SourceFile> files)
        => files.Where(file => file.Lines.Skip(1).Count(IsLift) != file.Lines.Count(line => IsPragma(line) && line.Contains("restore", StringComparison.Ordinal)))
            .Select(file => file.Path);

    private static IEnumerable<string> Unless(bool holds, string complaint) => holds ? [] : [complaint];

    private static bool IsPragma(string line) => line.Contains("RS0030", StringComparison.Ordinal);

    private static bool IsLift(string line) => IsPragma(line) && !line.Contains("restore", StringComparison.Ordinal);

    private static bool HasReason(string line) => line.Contains("//", StringComparison.Ordinal);

    [GeneratedRegex("RunAnalyzers|RS0030|NoWarn", RegexOptions.NonBacktracking)]
    private static partial Regex Switches();
}
