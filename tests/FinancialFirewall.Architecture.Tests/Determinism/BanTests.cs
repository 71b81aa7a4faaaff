using System.Xml.Linq;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Determinism;

/// <summary>What would make a run depend on anything but its inputs is banned, and the ban is lifted only in thin seams.</summary>
public sealed class BanTests
{
    private const string Properties = "Directory.Build.props";

    private static readonly string[] List = File.ReadAllLines(Path.Combine(Repository.Root, "BannedSymbols.txt"));

    [Fact]
    public void List_AsItStands_BansEverySourceOfChance() => Findings.None(BanRules.Missing(List));

    [Fact]
    public void List_IsAppliedToEverySourceProjectButTheComposition()
        => Findings.None(BanRules.NotApplied(XDocument.Load(Path.Combine(Repository.Root, Properties))));

    [Fact]
    public void Analyzer_IsOnInEverySourceProject()
    {
        Findings.None(BanRules.SwitchedOff(Repository.SourceProjects));
        Assert.Equal(
            [Properties],
            Directory.EnumerateFiles(Repository.Root, Properties, SearchOption.AllDirectories)
                .Select(Repository.Relative)
                .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Bans_WhereTheyAreLifted_SayWhyAndStandAgainSoon()
    {
        var seams = Seams().ToList();

        Assert.Contains(seams, file => file.Path is "src/FinancialFirewall.Storage/Disks/FileSystemDisk.cs");
        Findings.None(BanRules.LiftedWithoutReason(seams));
        Findings.None(BanRules.LiftedForGood(seams));
    }

    [Fact]
    public void Missing_ListWithoutTheClock_NamesIt()
        => Assert.Equal(["P:System.DateTime.UtcNow"], BanRules.Missing(List.Where(line => !line.StartsWith("P:System.DateTime.UtcNow;", StringComparison.Ordinal))));

    [Theory]
    [InlineData("", "", "the analyzer is not referenced", "BannedSymbols.txt is given to nobody")]
    [InlineData("Microsoft.CodeAnalysis.BannedApiAnalyzers", "", "BannedSymbols.txt is given to nobody")]
    [InlineData("Microsoft.CodeAnalysis.BannedApiAnalyzers", "'$(MSBuildProjectName)' != 'Other'", "BannedSymbols.txt is not given to all but FinancialFirewall.Host")]
    [InlineData("Microsoft.CodeAnalysis.BannedApiAnalyzers", "'$(MSBuildProjectName)' != 'FinancialFirewall.Host'")]
    public void NotApplied_PropertiesThatFallShort_SayHow(string analyzer, string condition, params string[] complaints)
    {
        var list = condition.Length == 0 ? "" : $"""<ItemGroup Condition="'$(IsTestProject)' != 'true'"><AdditionalFiles Include="BannedSymbols.txt" Condition="{condition}" /></ItemGroup>""";
        var properties = XDocument.Parse($"""<Project><ItemGroup><PackageReference Include="{analyzer}" /></ItemGroup>{list}</Project>""");

        Assert.Equal(complaints, BanRules.NotApplied(properties).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void NotApplied_ListThatTestsGetAlone_SaysSo()
        => Assert.Equal(
            ["BannedSymbols.txt is not given to all but tests", "the analyzer is not referenced"],
            BanRules.NotApplied(XDocument.Parse(
                """<Project><ItemGroup><AdditionalFiles Include="BannedSymbols.txt" Condition="'$(MSBuildProjectName)' != 'FinancialFirewall.Host'" /></ItemGroup></Project>""")));

    [Theory]
    [InlineData("<NoWarn>RS0030</NoWarn>", true)]
    [InlineData("<RunAnalyzers>false</RunAnalyzers>", true)]
    [InlineData("<OutputType>Exe</OutputType>", false)]
    public void SwitchedOff_ProjectThatSilencesTheAnalyzer_IsNamed(string property, bool isNamed)
        => Assert.Equal(
            isNamed ? ["Quiet"] : [],
            BanRules.SwitchedOff([new ProjectFile("/sample/Quiet.csproj", XDocument.Parse($"<Project><PropertyGroup>{property}</PropertyGroup></Project>"))]));

    [Theory]
    [InlineData("#pragma warning disable RS0030\nvar now = DateTime.UtcNow;\n#pragma warning restore RS0030", "src/Seam.cs:1")]
    [InlineData("#pragma warning disable RS0030 // the clock's own seam\nvar now = DateTime.UtcNow;\n#pragma warning restore RS0030")]
    [InlineData("// The clock's own seam.\n#pragma warning disable RS0030\nvar now = DateTime.UtcNow;\n#pragma warning restore RS0030")]
    public void LiftedWithoutReason_BanThatIsLiftedInSilence_IsNamedWithItsPlace(string text, params string[] complaints)
        => Assert.Equal(complaints, BanRules.LiftedWithoutReason([SourceFile.Sample("src/Seam.cs", text)]));

    [Theory]
    [InlineData("class Seam;\n#pragma warning disable RS0030 // for good\nvar now = DateTime.UtcNow;", "src/Seam.cs")]
    [InlineData("#pragma warning disable RS0030 // This file is the clock's own seam.\nvar now = DateTime.UtcNow;")]
    [InlineData("class Seam;\n#pragma warning disable RS0030 // for a line\nvar now = DateTime.UtcNow;\n#pragma warning restore RS0030")]
    public void LiftedForGood_BanThatIsNotPutBack_IsNamed(string text, params string[] complaints)
        => Assert.Equal(complaints, BanRules.LiftedForGood([SourceFile.Sample("src/Seam.cs", text)]));

    private static IEnumerable<SourceFile> Seams()
        => Repository.SourceFiles("src").Where(file => !file.Path.StartsWith($"src/{BanRules.Composition}/", StringComparison.Ordinal));
}
