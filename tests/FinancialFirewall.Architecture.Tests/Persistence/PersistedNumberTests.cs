using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Persistence.Samples;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Persistence;

/// <summary>
/// Numbers that are kept on disk mean the same for ever. A new member gets a new number and a new line in <c>PersistedNumbers.txt</c>; a line that is
/// there is never changed and never removed.
/// </summary>
public sealed class PersistedNumberTests
{
    private const string Table = "tests/FinancialFirewall.Architecture.Tests/Persistence/PersistedNumbers.txt";
    private const string Sample = "FinancialFirewall.Architecture.Tests.Persistence.Samples.KeptNumber";

    [Fact]
    public void Enums_WhoseNumbersAreKeptOnDisk_EqualTheFrozenTable()
    {
        var frozen = File.ReadLines(Path.Combine(Repository.Root, Table)).Where(line => line.Length > 0 && line[0] != '#');

        Findings.None(Findings.Differences(frozen, Persisted().SelectMany(PersistedEnums.Lines)));
    }

    [Fact]
    public void Enums_WhoseNumbersAreKeptOnDisk_AreFound()
    {
        var names = Persisted().Select(type => type.Name).ToList();

        Assert.Contains("Decision", names);
        Assert.Contains("PaymentMember", names);
        Assert.Contains("RecordKind", names);
    }

    [Fact]
    public void Declared_EnumWhoseSummarySaysSo_IsFound()
        => Assert.Equal(
            ["Sample.Kept"],
            PersistedEnums.Declared(
            [
                SourceFile.Sample("src/Kept.cs", "namespace Sample;\n\n/// <summary>A kind. Its numbers are kept on disk.</summary>\n[Flags]\npublic enum Kept : byte\n{\n}"),
                SourceFile.Sample("src/Free.cs", "namespace Sample;\n\n/// <summary>A kind.</summary>\npublic enum Free\n{\n}"),
            ]));

    [Fact]
    public void Lines_NumberThatIsChanged_DiffersFromTheTable()
        => Assert.Equal(
            [$"found and not listed: {Sample} Byte Second 3", $"listed and not found: {Sample} Byte Second 2"],
            Findings.Differences([$"{Sample} Byte First 1", $"{Sample} Byte Second 2"], PersistedEnums.Lines(typeof(KeptNumber))));

    [Fact]
    public void Lines_MemberThatIsNew_DiffersFromTheTable()
        => Assert.Equal(
            [$"found and not listed: {Sample} Byte Second 3"],
            Findings.Differences([$"{Sample} Byte First 1"], PersistedEnums.Lines(typeof(KeptNumber))));

    [Fact]
    public void Lines_WidthThatIsAnother_DiffersFromTheTable()
        => Assert.Equal(
            [$"listed and not found: {Sample} Int32 First 1"],
            Findings.Differences([$"{Sample} Int32 First 1", $"{Sample} Byte First 1", $"{Sample} Byte Second 3"], PersistedEnums.Lines(typeof(KeptNumber))));

    private static List<Type> Persisted()
    {
        var names = PersistedEnums.Declared(Repository.SourceFiles("src")).ToHashSet(StringComparer.Ordinal);
        return [.. OurAssemblies.WrittenTypes().Where(type => type.IsEnum && names.Contains(type.FullName!))];
    }
}
