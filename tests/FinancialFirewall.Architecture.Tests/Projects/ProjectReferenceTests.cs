using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Projects;

/// <summary>Arrows between projects point down only: Host, Gateway, Grains, Storage and Integrations, Domain.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>What each project may reference; whoever adds a project says here where it stands.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["FinancialFirewall.Domain"] = [],
        ["Orleans.Embedded"] = [],
        ["GraphQL.Server"] = [],
        ["FinancialFirewall.Storage"] = ["FinancialFirewall.Domain"],
        ["FinancialFirewall.Integrations"] = ["FinancialFirewall.Domain"],
        ["FinancialFirewall.Grains"] =
            ["FinancialFirewall.Domain", "FinancialFirewall.Storage", "FinancialFirewall.Integrations", "Orleans.Embedded"],
        ["FinancialFirewall.Azure"] = ["FinancialFirewall.Domain", "FinancialFirewall.Storage", "FinancialFirewall.Grains"],
        ["FinancialFirewall.Gateway"] = ["FinancialFirewall.Domain", "FinancialFirewall.Grains", "GraphQL.Server"],
        ["FinancialFirewall.Host"] =
            ["FinancialFirewall.Domain", "FinancialFirewall.Storage", "FinancialFirewall.Grains", "FinancialFirewall.Gateway", "FinancialFirewall.Azure"],
    };

    /// <summary>Packages that end up in what is shipped. Fewer is better: whoever adds one says so here.</summary>
    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["FinancialFirewall.Host"] = ["Azure.Identity", "Azure.Security.KeyVault.Secrets", "Spectre.Console", "System.CommandLine"],
    };

    [Fact]
    public void SourceProjects_All_ReferenceOnlyFloorsBelowThem()
    {
        var wrong = Repository.SourceProjects.SelectMany(
            project => project.ProjectReferences.Except(Allowed.GetValueOrDefault(project.Name, [])),
            (project, reference) => $"{project.Name} -> {reference}");

        Findings.None(wrong);
    }

    [Fact]
    public void SourceProjects_All_HaveAPlaceInTheTable()
    {
        Assert.NotEmpty(Repository.SourceProjects);
        Findings.None(Repository.SourceProjects.Select(project => project.Name).Where(name => !Allowed.ContainsKey(name)));
    }

    [Fact]
    public void SourceProjects_All_ReferenceOnlyThePackagesOfTheTable()
    {
        var wrong = Repository.SourceProjects.SelectMany(
            project => project.PackageReferences.Except(AllowedPackages.GetValueOrDefault(project.Name, [])),
            (project, package) => $"{project.Name} -> {package}");

        Findings.None(wrong);
    }

    [Fact]
    public void Table_AsAWhole_HasNoCircle()
    {
        var graph = Allowed.SelectMany(row => row.Value, (row, reference) => (row.Key, reference));

        Findings.None(Circles.Find(graph));
    }

    [Fact]
    public void SourceProjects_All_ReferenceNoTestProject()
    {
        var tests = Repository.TestProjects.Select(project => project.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("FinancialFirewall.Architecture.Tests", tests);
        Findings.None(Repository.SourceProjects.Where(project => project.ProjectReferences.Any(tests.Contains)));
    }
}
