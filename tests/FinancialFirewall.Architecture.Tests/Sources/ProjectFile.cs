using System.Xml.Linq;

namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>What a project file says.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Folder">Where it stands.</param>
/// <param name="AssemblyName">The assembly that it makes.</param>
/// <param name="ProjectReferences">The names of the projects that it references.</param>
/// <param name="PackageReferences">The names of the packages that it references itself.</param>
internal sealed record ProjectFile(
    string Name, string Folder, string AssemblyName, IReadOnlyList<string> ProjectReferences, IReadOnlyList<string> PackageReferences)
{
    public static ProjectFile Read(string path)
    {
        var xml = XDocument.Load(path);
        var name = Path.GetFileNameWithoutExtension(path);
        return new ProjectFile(
            name,
            Path.GetDirectoryName(path)!,
            xml.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name,
            [.. Includes(xml, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes(xml, "PackageReference")]);
    }

    public override string ToString() => Name;

    private static IEnumerable<string> Includes(XDocument xml, string element)
        => xml.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>().Order(StringComparer.Ordinal);
}
