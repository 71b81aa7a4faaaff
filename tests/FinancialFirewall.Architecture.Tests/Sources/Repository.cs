namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every project below <c>src/</c>, by name.</summary>
    public static IReadOnlyList<ProjectFile> SourceProjects { get; } = ProjectsBelow("src");

    /// <summary>Every project below <c>tests/</c>, by name.</summary>
    public static IReadOnlyList<ProjectFile> TestProjects { get; } = ProjectsBelow("tests");

    /// <summary>The C# files of a folder, without what a build makes.</summary>
    public static IEnumerable<string> CodeFiles(string folder)
        => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(BuildFolders.Contains))
            .Order(StringComparer.Ordinal);

    /// <summary>The C# files of one of the topmost folders, with what stands in them.</summary>
    public static IEnumerable<SourceFile> SourceFiles(string folder)
        => CodeFiles(Path.Combine(Root, folder)).Select(file => new SourceFile(Relative(file), File.ReadAllLines(file)));

    /// <summary>A path as it is written in the repository.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static List<ProjectFile> ProjectsBelow(string folder)
        => [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(ProjectFile.Read)];

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FinancialFirewall.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{start}' holds FinancialFirewall.sln.");
    }
}
