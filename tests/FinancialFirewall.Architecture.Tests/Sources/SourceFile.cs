namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Its path as it is written in the repository.</param>
/// <param name="Lines">What stands in it.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>The file's text.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>A file that is nowhere but in a test.</summary>
    public static SourceFile Sample(string path, string text) => new(path, text.Split('\n'));

    /// <summary>Where each line stands that fulfils a condition.</summary>
    public IEnumerable<string> Places(Func<string, bool> condition)
        => Enumerable.Range(0, Lines.Count).Where(i => condition(Lines[i])).Select(i => $"{Path}:{i + 1}");
}
