using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Folders;

/// <summary>That types in one folder of a project use types in another.</summary>
/// <param name="From">The folder that uses.</param>
/// <param name="To">The folder that is used.</param>
/// <param name="Uses">Which types use which, for people.</param>
internal sealed record FolderArrow(string From, string To, string Uses)
{
    /// <summary>The arrows of each project below <c>src/</c>.</summary>
    public static List<FolderArrow> OfProject(string name)
    {
        var (project, path) = OurAssemblies.Files.Single(file => string.Equals(file.Project.Name, name, StringComparison.Ordinal));
        return Of(project.Folder, path);
    }

    /// <summary>The arrows between the folders of one place, as the assembly that was made of it has them.</summary>
    public static List<FolderArrow> Of(string place, string assembly)
    {
        var folders = DeclaredTypes.Folders(place);
        return [.. TypeUses.Read(assembly)
            .Where(use => folders.ContainsKey(use.From) && folders.ContainsKey(use.To))
            .Where(use => !string.Equals(folders[use.From], folders[use.To], StringComparison.Ordinal))
            .GroupBy(use => (From: folders[use.From], To: folders[use.To]))
            .Select(group => new FolderArrow(group.Key.From, group.Key.To, Spell(group)))
            .OrderBy(arrow => (arrow.From, arrow.To))];
    }

    /// <summary>Each circle, and which types make its arrows.</summary>
    public static IEnumerable<string> Circles(IReadOnlyList<FolderArrow> arrows)
        => Tests.Circles.Find(arrows.Select(arrow => (arrow.From, arrow.To))).Select(circle => Explain(circle, arrows));

    public override string ToString() => $"{From} -> {To} ({Uses})";

    private static string Explain(string circle, IReadOnlyList<FolderArrow> arrows)
    {
        var folders = circle.Split(" -> ");
        var steps = folders.Zip(folders.Skip(1)).Select(pair => arrows.First(arrow => (arrow.From, arrow.To) == pair));
        return $"{circle}\n  {string.Join("\n  ", steps)}";
    }

    private static string Spell(IEnumerable<(TypeName From, TypeName To)> uses)
        => string.Join(", ", uses.Select(use => $"{use.From.Name} uses {use.To.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
