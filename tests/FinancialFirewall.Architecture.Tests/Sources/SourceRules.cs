namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>What holds for every file, folder and name.</summary>
internal static class SourceRules
{
    /// <summary>Where a file ends at the latest.</summary>
    public const int MaximumLines = 500;

    /// <summary>Names that say nothing of what is in a folder or a type.</summary>
    private static readonly string[] EmptyNames =
        ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Common", "Core", "Manager", "Managers", "Misc"];

    /// <summary>What somebody still has to do, or has not done.</summary>
    private static readonly string[] LeftOver = ["TODO", "FIXME", nameof(NotImplementedException)];

    /// <summary>Files that go on behind the limit.</summary>
    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files)
        => files.Where(file => file.Lines.Count > MaximumLines).Select(file => $"{file.Path} has {file.Lines.Count} lines");

    /// <summary>Folders whose name, or the last part of it, is an empty one.</summary>
    public static IEnumerable<string> EmptyFolders(IEnumerable<SourceFile> files)
        => files.SelectMany(file => file.Path.Split('/')[..^1])
            .Distinct(StringComparer.Ordinal)
            .Where(folder => EmptyNames.Contains(folder.Split('.')[^1], StringComparer.Ordinal));

    /// <summary>Types whose name ends in an empty one.</summary>
    public static IEnumerable<string> EmptyTypes(IEnumerable<string> names)
        => names.Where(name => EmptyNames.Any(empty => EndsInWord(name, empty)));

    /// <summary>Lines that say that something is not done.</summary>
    public static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files)
        => files.SelectMany(file => file.Places(line => LeftOver.Any(mark => line.Contains(mark, StringComparison.Ordinal))));

    private static bool EndsInWord(string type, string word)
        => type.EndsWith(word, StringComparison.Ordinal) && (type.Length == word.Length || char.IsLower(type[^(word.Length + 1)]));
}
