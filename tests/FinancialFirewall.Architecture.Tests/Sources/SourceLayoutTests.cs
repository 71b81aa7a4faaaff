using FinancialFirewall.Architecture.Tests.Assemblies;

namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>Files stay short, and what is shared has a name of its own.</summary>
public sealed class SourceLayoutTests
{
    private const int MaximumLines = 500;

    /// <summary>Names that say nothing of what is in a folder or a type.</summary>
    private static readonly string[] EmptyNames = ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Common", "Core", "Manager", "Managers", "Misc"];

    [Fact]
    public void SourceFiles_All_EndBeforeTheLimit()
    {
        var files = Repository.SourceCodeFiles().Select(file => (Name: Repository.Relative(file), Lines: File.ReadLines(file).Count())).ToList();

        Assert.NotEmpty(files);
        Findings.None(files.Where(file => file.Lines > MaximumLines));
    }

    [Fact]
    public void Folders_All_SayWhatIsInThem()
    {
        var folders = Repository.SourceCodeFiles().SelectMany(file => Repository.Relative(file).Split('/')[..^1]).Distinct(StringComparer.Ordinal);

        Findings.None(folders.Where(folder => EmptyNames.Contains(folder.Split('.')[^1], StringComparer.Ordinal)));
    }

    [Fact]
    public void Types_All_SayWhatTheyAre()
    {
        var wrong = OurAssemblies.WrittenTypes().Where(type => EmptyNames.Any(name => EndsInWord(type.Name.Split('`')[0], name)));

        Findings.None(wrong.Select(type => type.FullName));
    }

    [Fact]
    public void SourceFiles_All_LeaveNothingToDo()
    {
        var wrong = Repository.SourceCodeFiles()
            .Where(file => File.ReadLines(file).Any(line => line.Contains("TODO", StringComparison.Ordinal) || line.Contains("FIXME", StringComparison.Ordinal)
                || line.Contains(nameof(NotImplementedException), StringComparison.Ordinal)))
            .Select(Repository.Relative);

        Findings.None(wrong);
    }

    private static bool EndsInWord(string type, string word)
        => type.EndsWith(word, StringComparison.Ordinal) && (type.Length == word.Length || char.IsLower(type[^(word.Length + 1)]));
}
