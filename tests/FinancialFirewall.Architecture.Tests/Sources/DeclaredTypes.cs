using System.Text.RegularExpressions;
using FinancialFirewall.Architecture.Tests.Assemblies;

namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>In which folder of a project each of its types is written.</summary>
internal static partial class DeclaredTypes
{
    /// <summary>How the place's own folder is called.</summary>
    public const string Own = ".";

    /// <summary>The topmost folder of each type that is declared outside of others below a place; <see cref="Own"/> for the place's own folder.</summary>
    public static IReadOnlyDictionary<TypeName, string> Folders(string place)
    {
        var folders = new Dictionary<TypeName, string>();
        foreach (var file in Repository.CodeFiles(place))
        {
            var text = File.ReadAllText(file);
            var parts = Path.GetRelativePath(place, file).Replace('\\', '/').Split('/');
            var name = NamespaceLine().Match(text).Groups["name"].Value;
            foreach (Match type in TypeLine().Matches(text))
            {
                folders.TryAdd(new TypeName(name, type.Groups["name"].Value), parts.Length > 1 ? parts[0] : Own);
            }
        }

        return folders;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceLine();

    // What stands in the first column is not inside another type.
    [GeneratedRegex(@"^([a-z]+ )*(class|struct|interface|enum|record|record struct|record class|delegate [\w<>\[\]?.]+) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TypeLine();
}
