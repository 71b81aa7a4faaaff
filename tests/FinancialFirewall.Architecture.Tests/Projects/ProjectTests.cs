using System.Xml.Linq;
using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Projects;

/// <summary>Arrows between projects point down only: Host, Gateway, Grains, Storage, Domain. Fewer packages are better: whoever adds one says so here.</summary>
public sealed class ProjectTests
{
    private const string Web = "Microsoft.AspNetCore.App";

    /// <summary>What each project may reference; whoever adds a project says here where it stands.</summary>
    private static readonly Dictionary<string, Floor> Floors = new(StringComparer.Ordinal)
    {
        ["FinancialFirewall.Domain"] = new([], [], []),
        ["Orleans.Embedded"] = new([], [], [Web]),
        ["GraphQL.Server"] = new([], [], [Web]),
        ["FinancialFirewall.Evaluation"] = new(["FinancialFirewall.Domain"], [], []),
        ["FinancialFirewall.Simulator"] = new(["FinancialFirewall.Domain"], [], []),
        ["FinancialFirewall.Storage"] = new(["FinancialFirewall.Domain"], [], []),
        ["FinancialFirewall.Grains"] = new(["FinancialFirewall.Domain", "FinancialFirewall.Storage", "Orleans.Embedded"], [], []),
        ["FinancialFirewall.Gateway"] = new(["FinancialFirewall.Domain", "FinancialFirewall.Storage", "FinancialFirewall.Grains", "GraphQL.Server"], [], [Web]),
        ["FinancialFirewall.Host"] = new(
            ["FinancialFirewall.Domain", "FinancialFirewall.Storage", "FinancialFirewall.Grains", "FinancialFirewall.Gateway", "FinancialFirewall.Evaluation", "FinancialFirewall.Simulator"],
            ["Azure.Identity", "Azure.Security.KeyVault.Secrets", "Spectre.Console", "System.CommandLine"],
            [Web]),
    };

    /// <summary>What a sample is held against.</summary>
    private static readonly Dictionary<string, Floor> SampleFloors = new(StringComparer.Ordinal)
    {
        ["Low"] = new([], [], []),
        ["High"] = new(["Low"], ["Allowed"], [Web]),
    };

    [Fact]
    public void Projects_All_ReferenceOnlyWhatTheirFloorAllows()
    {
        Assert.NotEmpty(Repository.SourceProjects);
        Findings.None(Floor.Complaints(Floors, Repository.SourceProjects));
    }

    [Fact]
    public void Floors_All_BelongToAProject()
        => Findings.None(Floors.Keys.Except(Repository.SourceProjects.Select(project => project.Name), StringComparer.Ordinal));

    [Fact]
    public void Floors_AsAWhole_HaveNoCircle() => Findings.None(Circles.Find(Arrows(Floors)));

    [Fact]
    public void Assemblies_All_UseOnlyThoseBelowThem()
    {
        var ours = OurAssemblies.Files.Select(file => file.Project.AssemblyName).ToList();

        Findings.None(OurAssemblies.Files.SelectMany(file => Floors[file.Project.Name].Complaints(
            file.Project.Name, OurAssemblies.Of(file.Project.Name).GetReferencedAssemblies().Select(name => name.Name!), ours)));
    }

    [Fact]
    public void Assemblies_OfTheGrains_ShowWhatIsKnownToBeThere()
    {
        var referenced = OurAssemblies.Of("FinancialFirewall.Grains").GetReferencedAssemblies().Select(name => name.Name);

        Assert.Contains("FinancialFirewall.Domain", referenced);
        Assert.Contains("Orleans.Embedded", referenced);
    }

    [Fact]
    public void Domain_InItsCode_UsesTheRuntimeAlone()
        => Findings.None(Foreign(OurAssemblies.Of("FinancialFirewall.Domain").GetReferencedAssemblies().Select(name => name.Name!)));

    [Fact]
    public void Projects_All_ReferenceNoTestProject()
    {
        var tests = Repository.TestProjects.Select(project => project.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("FinancialFirewall.Architecture.Tests", tests);
        Findings.None(Repository.SourceProjects.Where(project => project.Projects.Any(tests.Contains)));
    }

    [Fact]
    public void Complaints_ProjectThatReferencesTheOneAbove_NameTheArrow()
        => Assert.Equal(["Low -> High"], Complaints("Low", """<ProjectReference Include="..\High\High.csproj" />"""));

    [Fact]
    public void Complaints_PackageAndFrameworkThatAreNotAllowed_NameBoth()
        => Assert.Equal(
            ["Low -> package Surprise", $"Low -> framework {Web}"],
            Complaints("Low", $"""<PackageReference Include="Surprise" /><FrameworkReference Include="{Web}" />"""));

    [Fact]
    public void Complaints_EverythingAllowed_AreNone()
        => Assert.Equal(
            [],
            Complaints("High", $"""<ProjectReference Include="../Low/Low.csproj" /><PackageReference Include="Allowed" /><FrameworkReference Include="{Web}" />"""));

    [Fact]
    public void Complaints_ProjectThatStandsNowhere_NameIt() => Assert.Equal(["Loft has no floor"], Complaints("Loft", ""));

    [Fact]
    public void Complaints_CompiledCodeThatUsesTheOneAbove_NameTheArrow()
        => Assert.Equal(["Low -> High"], SampleFloors["Low"].Complaints("Low", ["System.Runtime", "High", "Low.Package"], ["Low", "High"]));

    [Fact]
    public void Circles_OfFloorsThatAllowOneAnother_AreNamed()
        => Assert.Equal(
            ["High -> Low -> High"],
            Circles.Find(Arrows(new Dictionary<string, Floor>(SampleFloors, StringComparer.Ordinal) { ["Low"] = new(["High"], [], []) })));

    [Fact]
    public void Foreign_AssemblyThatIsNotTheRuntimes_IsNamed()
        => Assert.Equal(["Microsoft.Extensions.Logging"], Foreign(["System.Runtime", "Microsoft.Extensions.Logging", "System.Text.Json"]));

    private static IEnumerable<(string From, string To)> Arrows(Dictionary<string, Floor> floors)
        => floors.SelectMany(row => row.Value.Projects, (row, reference) => (row.Key, reference));

    private static IEnumerable<string> Foreign(IEnumerable<string> referenced)
        => referenced.Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Complaints(string project, string items)
        => Floor.Complaints(SampleFloors, [new ProjectFile($"/sample/{project}.csproj", XDocument.Parse($"<Project><ItemGroup>{items}</ItemGroup></Project>"))]);
}
