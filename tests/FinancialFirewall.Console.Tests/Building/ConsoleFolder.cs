namespace FinancialFirewall.Console.Tests.Building;

/// <summary>The sources of the console, and what is built of them.</summary>
internal static class ConsoleFolder
{
    private static readonly string[] MadeFolders = ["node_modules", "dist"];

    /// <summary>The folder of the sources.</summary>
    public static string Root { get; } = Path.Combine(RepositoryRoot(), "src", "FinancialFirewall.Console");

    /// <summary>Where the built console is.</summary>
    public static string Built { get; } = Path.Combine(Root, "dist");

    /// <summary>Where pictures of the pages are kept, for people to look at.</summary>
    public static string Pictures { get; } = Path.Combine(RepositoryRoot(), "TestResults", "console");

    /// <summary>Whether anything that the built console is made of is younger than it.</summary>
    public static bool IsStale()
    {
        var page = new FileInfo(Path.Combine(Built, "index.html"));
        return !page.Exists || SourcesIn(new DirectoryInfo(Root)).Any(file => file.LastWriteTimeUtc > page.LastWriteTimeUtc);
    }

    /// <summary>Puts the built console beside the program, where a server that starts takes it.</summary>
    public static void PutBesideTheProgram()
    {
        var place = Path.Combine(AppContext.BaseDirectory, "console");
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Built, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(place, Path.GetRelativePath(Built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static IEnumerable<FileInfo> SourcesIn(DirectoryInfo folder)
        => folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => !MadeFolders.Contains(inner.Name)).SelectMany(SourcesIn));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FinancialFirewall.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds FinancialFirewall.sln.");
        }

        return folder.FullName;
    }
}
