using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Projects;

/// <summary>What one project below <c>src/</c> may reference.</summary>
/// <param name="Projects">Projects below it, whether it names them or gets them through another one.</param>
/// <param name="Packages">Packages, which end up in what is shipped.</param>
/// <param name="Frameworks">Shared frameworks beside the base one.</param>
internal sealed record Floor(string[] Projects, string[] Packages, string[] Frameworks)
{
    /// <summary>References of projects that their floor does not allow, and projects that have none.</summary>
    public static IEnumerable<string> Complaints(IReadOnlyDictionary<string, Floor> floors, IEnumerable<ProjectFile> projects)
        => projects.SelectMany(project => floors.TryGetValue(project.Name, out var floor) ? floor.Complaints(project) : [$"{project.Name} has no floor"]);

    /// <summary>Assemblies of ours that the compiled code of a project names although its floor is not above theirs.</summary>
    public IEnumerable<string> Complaints(string project, IEnumerable<string> referenced, IEnumerable<string> ours)
        => referenced.Intersect(ours, StringComparer.Ordinal).Except(Projects, StringComparer.Ordinal).Select(name => $"{project} -> {name}");

    private IEnumerable<string> Complaints(ProjectFile project)
        => project.Projects.Except(Projects, StringComparer.Ordinal).Select(name => $"{project.Name} -> {name}")
            .Concat(project.Packages.Except(Packages, StringComparer.Ordinal).Select(name => $"{project.Name} -> package {name}"))
            .Concat(project.Frameworks.Except(Frameworks, StringComparer.Ordinal).Select(name => $"{project.Name} -> framework {name}"));
}
