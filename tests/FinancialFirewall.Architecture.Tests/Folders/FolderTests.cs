using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Folders;

/// <summary>Folders of a project stand in an order: who reads one need never read one that stands above it.</summary>
public sealed class FolderTests
{
    private const string Page = "docs/architecture.md";

    /// <summary>Projects whose folders are no features, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["Orleans.Embedded"] = "Orleans' own names lie in these folders and know one another: a grain has a runtime, and the runtime has grains",
    };

    private static readonly string Samples = Path.Combine(Repository.Root, "tests/FinancialFirewall.Architecture.Tests/Folders/Samples");

    public static TheoryData<string> Projects
        => [.. Repository.SourceProjects.Select(project => project.Name).Except(Exempt.Keys, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfOneProject_FormNoCircle(string project)
        => Findings.None(FolderArrow.Circles(FolderArrow.OfProject(project)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfOneProject_StandInTheOrderThatIsDrawn(string project)
        => Findings.None(FolderOrder.Read(File.ReadLines(Path.Combine(Repository.Root, Page)), project)
            .Complaints(FoldersOf(project), FolderArrow.OfProject(project)));

    [Fact]
    public void Exempt_All_AreProjects()
        => Findings.None(Exempt.Keys.Except(Repository.SourceProjects.Select(project => project.Name), StringComparer.Ordinal));

    [Fact]
    public void Arrows_OfTheDomain_ShowWhatIsKnownToBeThere()
    {
        var arrows = FolderArrow.OfProject("FinancialFirewall.Domain").Select(arrow => (arrow.From, arrow.To)).ToHashSet();

        Assert.Contains(("Policies", "Expressions"), arrows);
        Assert.Contains(("Payments", "Money"), arrows);
        Assert.DoesNotContain(("Money", "Payments"), arrows);
    }

    [Fact]
    public void Circles_OfFoldersThatUseOneAnother_AreNamedWithTheirTypes()
        => Assert.Equal(
            ["Attic -> Cellar -> Attic\n  Attic -> Cellar (Trunk uses Barrel)\n  Cellar -> Attic (Barrel uses Trunk)"],
            FolderArrow.Circles(FolderArrow.Of(Samples, typeof(FolderTests).Assembly.Location)));

    [Fact]
    public void Complaints_ArrowThatPointsUp_NameItWithItsTypes()
        => Assert.Equal(
            ["Cellar -> Attic (Barrel uses Trunk)"],
            Complaints("| `Attic` | |", "| `Cellar` | |"));

    [Fact]
    public void Complaints_FoldersSideBySideThatKnowOneAnother_NameBothArrows()
        => Assert.Equal(
            ["Attic -> Cellar (Trunk uses Barrel)", "Cellar -> Attic (Barrel uses Trunk)"],
            Complaints("| `Attic`, `Cellar` | |"));

    [Fact]
    public void Complaints_FolderWithoutAPlace_NameIt()
        => Assert.Equal(["Cellar is not in the table"], Complaints("| `Attic` | |"));

    [Fact]
    public void Complaints_PlaceWithoutAFolder_NameIt()
        => Assert.Equal(["Cellar -> Attic (Barrel uses Trunk)", "Roof is in the table alone"], Complaints("| `Roof` | |", "| `Attic` | |", "| `Cellar` | |"));

    [Fact]
    public void Complaints_ProjectWithoutATable_NameEveryFolder()
        => Assert.Equal(
            ["Attic is not in the table", "Cellar is not in the table"],
            FolderOrder.Read(["### `Another`", "| `Attic` | |", "| `Cellar` | |"], "Samples").Complaints(["Attic", "Cellar"], []));

    private static IEnumerable<string> Complaints(params string[] rows)
        => FolderOrder.Read(["# Page", "### `Samples`", "| folder | holds |", "|---|---|", .. rows, "### `Another`", "| `Shed` | |"], "Samples")
            .Complaints(["Attic", "Cellar"], FolderArrow.Of(Samples, typeof(FolderTests).Assembly.Location));

    private static HashSet<string> FoldersOf(string name)
    {
        var project = Repository.SourceProjects.Single(project => string.Equals(project.Name, name, StringComparison.Ordinal));
        return [.. DeclaredTypes.Folders(project.Folder).Values];
    }
}
