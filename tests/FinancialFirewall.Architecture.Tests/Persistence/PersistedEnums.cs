using System.Globalization;
using System.Text.RegularExpressions;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Persistence;

/// <summary>Enums whose summary says that their numbers are kept on disk.</summary>
internal static partial class PersistedEnums
{
    /// <summary>The full names of those that the files declare.</summary>
    public static IEnumerable<string> Declared(IEnumerable<SourceFile> files)
        => files.Select(file => (Namespace: NamespaceLine().Match(file.Text).Groups["name"].Value, Enum: SummaryAndEnum().Match(file.Text)))
            .Where(file => file.Enum.Success && file.Enum.Groups["summary"].Value.Contains("kept on disk", StringComparison.Ordinal))
            .Select(file => $"{file.Namespace}.{file.Enum.Groups["name"].Value}");

    /// <summary>One line for each member: the enum, its width, the member, its number.</summary>
    public static IEnumerable<string> Lines(Type type)
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
