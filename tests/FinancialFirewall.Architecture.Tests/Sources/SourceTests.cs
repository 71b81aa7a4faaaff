using FinancialFirewall.Architecture.Tests.Assemblies;

namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>Files stay short, and what is shared has a name of its own.</summary>
public sealed class SourceTests
{
    [Fact]
    public void Files_All_EndBeforeTheLimit()
    {
        var files = Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests")).ToList();

        Assert.Contains(files, file => file.Path is "src/FinancialFirewall.Domain/Payments/PaymentReader.cs");
        Assert.Contains(files, file => file.Path is "tests/FinancialFirewall.Architecture.Tests/Sources/SourceTests.cs");
        Findings.None(SourceRules.TooLong(files));
    }

    [Fact]
    public void Folders_All_SayWhatIsInThem() => Findings.None(SourceRules.EmptyFolders(Repository.SourceFiles("src")));

    [Fact]
    public void Types_All_SayWhatTheyAre()
        => Findings.None(SourceRules.EmptyTypes(OurAssemblies.WrittenTypes().Select(type => type.FullName!.Split('`')[0])));

    [Fact]
    public void Files_All_LeaveNothingToDo() => Findings.None(SourceRules.Unfinished(Repository.SourceFiles("src")));

    [Theory]
    [InlineData(SourceRules.MaximumLines, new string[0])]
    [InlineData(SourceRules.MaximumLines + 1, new[] { "src/Long.cs has 501 lines" })]
    public void TooLong_FileBehindTheLimit_IsNamed(int lines, string[] complaints)
        => Assert.Equal(complaints, SourceRules.TooLong([new SourceFile("src/Long.cs", new string[lines])]));

    [Theory]
    [InlineData("src/Project/Helpers/Money.cs", new[] { "Helpers" })]
    [InlineData("src/Project.Core/Money.cs", new[] { "Project.Core" })]
    [InlineData("src/Project/Scores/Helpers.cs", new string[0])]
    public void EmptyFolders_FolderThatSaysNothing_IsNamed(string path, string[] complaints)
        => Assert.Equal(complaints, SourceRules.EmptyFolders([SourceFile.Sample(path, "")]));

    [Theory]
    [InlineData("Project.PaymentManager", true)]
    [InlineData("Project.PaymentUtils", true)]
    [InlineData("Project.Scores", false)]
    [InlineData("Project.Hardcore", false)]
    public void EmptyTypes_TypeThatSaysNothing_IsNamed(string name, bool isNamed)
        => Assert.Equal(isNamed ? [name] : [], SourceRules.EmptyTypes([name]));

    [Fact]
    public void EmptyTypes_NothingButAnEmptyWord_IsNamed() => Assert.Equal(["Helpers"], SourceRules.EmptyTypes(["Helpers"]));

    [Fact]
    public void Unfinished_LineThatPromises_IsNamedWithItsPlace()
        => Assert.Equal(
            ["src/Half.cs:2", "src/Half.cs:3"],
            SourceRules.Unfinished([SourceFile.Sample("src/Half.cs", "var a = 1;\n// TODO: the rest\nthrow new NotImplementedException();")]));
}
