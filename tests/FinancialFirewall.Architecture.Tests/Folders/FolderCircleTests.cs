using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Folders;

/// <summary>Folders of a project stand in an order: who reads one need never read one that stands above it.</summary>
public sealed class FolderCircleTests
{
    /// <summary>Projects whose folders are no features, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["Orleans.Embedded"] = "Orleans' own names lie in these folders and know one another: a grain has a runtime, and the runtime has grains",
    };

    /// <summary>
    /// Arrows that close a circle today, and what unties each. The list is debt: it may only get shorter, and a line whose arrow is gone, or closes no
    /// circle any more, fails the test, so that it goes.
    /// </summary>
    private static readonly Dictionary<string, string> Debt = new(StringComparer.Ordinal)
    {
        ["FinancialFirewall.Gateway: Batches -> Assessments"] = "AnswerDetail and AnswerRenderer in a folder below both, such as Answers",
        ["FinancialFirewall.Gateway: Metrics -> Batches"] = "the assessing endpoints above Metrics, the stream and its observer below it: untied with the line before",
        ["FinancialFirewall.Grains: Keys -> Assessments"] = "ReferenceKey and ReferenceLookup belong to Keys, ShardCalls belongs to Assessments",
        ["FinancialFirewall.Grains: Policies -> Assessments"] = "PolicyGrain and PolicyPublication in a folder above, such as Publishing",
        ["FinancialFirewall.Grains: Policies -> Keys"] = "the same",
        ["FinancialFirewall.Grains: Tenants -> Policies"] = "TenantProvisioner in a folder above both, such as Provisioning",
        ["FinancialFirewall.Host: CommandLine -> Assessing"] = "FirewallCommand, which names every command, beside Program",
        ["FinancialFirewall.Host: CommandLine -> Keys"] = "the same",
        ["FinancialFirewall.Host: CommandLine -> Policies"] = "the same",
        ["FinancialFirewall.Host: CommandLine -> Serving"] = "the same, and OfflineEngine in a folder above Serving",
        ["FinancialFirewall.Host: CommandLine -> Verifying"] = "the same",
        ["FinancialFirewall.Host: Serving -> Policies"] = "PolicyFileText in CommandLine",
    };

    /// <summary>The floors of the domain, lowest first: a folder uses only those before it.</summary>
    private static readonly string[] DomainOrder =
    [
        "Results", "Tenants", "Time", "Hashing", "Money", "Payments", "Scoring", "Documents", "Toggles", "Lists", "Histories", "Expressions",
        "Configurations", "Rules", "Policies", "Assessments",
    ];

    public static TheoryData<string> Projects => [.. ProjectNames];

    private static IEnumerable<string> ProjectNames => Repository.SourceProjects.Select(project => project.Name).Except(Exempt.Keys, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfOneProject_FormNoCircle(string project)
    {
        var arrows = Arrows(project).Where(arrow => !Debt.ContainsKey(Name(project, arrow))).ToList();

        Findings.None(Circles.Find(arrows.Select(arrow => (arrow.From, arrow.To))).Select(circle => Explain(project, circle, arrows)));
    }

    [Fact]
    public void Debt_AllOfIt_StillClosesCircles()
    {
        var closing = ProjectNames.SelectMany(project =>
        {
            var arrows = Arrows(project);
            var graph = arrows.Select(arrow => (arrow.From, arrow.To)).ToList();
            return arrows.Where(arrow => Circles.Leads(graph, arrow.To, arrow.From)).Select(arrow => Name(project, arrow));
        });

        Findings.None(Debt.Keys.Except(closing, StringComparer.Ordinal));
    }

    [Fact]
    public void DomainFolders_All_UseOnlyThoseBeforeThem()
        => Findings.None(Arrows("FinancialFirewall.Domain")
            .Where(arrow => Array.IndexOf(DomainOrder, arrow.From) < Array.IndexOf(DomainOrder, arrow.To))
            .Select(arrow => Spell("FinancialFirewall.Domain", arrow)));

    [Fact]
    public void DomainFolders_All_HaveAPlaceInTheOrder()
    {
        var domain = Repository.SourceProjects.Single(project => string.Equals(project.Name, "FinancialFirewall.Domain", StringComparison.Ordinal));

        Findings.None(DeclaredTypes.Folders(domain).Values.Distinct(StringComparer.Ordinal).Except(DomainOrder));
    }

    [Fact]
    public void Arrows_OfTheDomain_ShowWhatIsKnownToBeThere()
    {
        var arrows = Arrows("FinancialFirewall.Domain").Select(arrow => (arrow.From, arrow.To)).ToHashSet();

        Assert.Contains(("Policies", "Expressions"), arrows);
        Assert.Contains(("Payments", "Money"), arrows);
        Assert.DoesNotContain(("Money", "Payments"), arrows);
    }

    private static List<(string From, string To, string Uses)> Arrows(string name)
    {
        var (project, path) = OurAssemblies.Files.Single(file => string.Equals(file.Project.Name, name, StringComparison.Ordinal));
        var folders = DeclaredTypes.Folders(project);
        return [.. TypeUses.Read(path)
            .Where(use => folders.ContainsKey(use.From) && folders.ContainsKey(use.To))
            .Where(use => !string.Equals(folders[use.From], folders[use.To], StringComparison.Ordinal))
            .GroupBy(use => (From: folders[use.From], To: folders[use.To]))
            .Select(group => (group.Key.From, group.Key.To, Spell(group)))];
    }

    private static string Spell(IEnumerable<(TypeName From, TypeName To)> uses)
        => string.Join(", ", uses.Select(use => $"{use.From.Name} uses {use.To.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Name(string project, (string From, string To, string Uses) arrow) => $"{project}: {arrow.From} -> {arrow.To}";

    private static string Spell(string project, (string From, string To, string Uses) arrow) => $"{Name(project, arrow)} ({arrow.Uses})";

    private static string Explain(string project, string circle, List<(string From, string To, string Uses)> arrows)
    {
        var folders = circle.Split(" -> ");
        var steps = folders.Zip(folders.Skip(1)).Select(pair => Spell(project, arrows.First(arrow => (arrow.From, arrow.To) == pair)));
        return $"{circle}\n  {string.Join("\n  ", steps)}";
    }
}
