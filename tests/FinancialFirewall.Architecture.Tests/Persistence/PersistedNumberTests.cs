using System.Globalization;
using System.Text.RegularExpressions;
using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Persistence;

/// <summary>
/// Numbers that are kept on disk mean the same for ever. A new member gets a new number and a new line in <c>PersistedNumbers.txt</c>; a line that is
/// there is never changed and never removed.
/// </summary>
public sealed partial class PersistedNumberTests
{
    private const string Table = "tests/FinancialFirewall.Architecture.Tests/Persistence/PersistedNumbers.txt";

    [Fact]
    public void Enums_WhoseNumbersAreKeptOnDisk_EqualTheFrozenTable()
    {
        var frozen = File.ReadLines(Path.Combine(Repository.Root, Table)).Where(line => line.Length > 0 && line[0] != '#');
        var present = Persisted().SelectMany(Lines);

        Findings.Exactly(frozen, present);
    }

    [Fact]
    public void Enums_WhoseNumbersAreKeptOnDisk_AreFound()
    {
        var names = Persisted().Select(type => type.Name).ToList();

        Assert.Contains("Decision", names);
        Assert.Contains("PaymentMember", names);
        Assert.Contains("RecordKind", names);
    }

    private static List<Type> Persisted()
    {
        var names = Repository.SourceCodeFiles()
            .Select(File.ReadAllText)
            .Select(text => (Namespace: NamespaceLine().Match(text).Groups["name"].Value, Enum: SummaryAndEnum().Match(text)))
            .Where(file => file.Enum.Success && file.Enum.Groups["summary"].Value.Contains("kept on disk", StringComparison.Ordinal))
            .Select(file => $"{file.Namespace}.{file.Enum.Groups["name"].Value}")
            .ToHashSet(StringComparer.Ordinal);
        return [.. OurAssemblies.WrittenTypes().Where(type => type.IsEnum && names.Contains(type.FullName!))];
    }

    private static IEnumerable<string> Lines(Type type)
    {
        var width = Enum.GetUnderlyingType(type).Name;
        return Enum.GetNames(type)
            .Select(name => string.Create(CultureInfo.InvariantCulture, $"{type.FullName} {width} {name} {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?<summary>(^///.*\n)+)(^\[.*\n)*^(public|internal) enum (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SummaryAndEnum();
}
