using System.Xml.Linq;

namespace FinancialFirewall.Architecture.Tests.Sources;

/// <summary>What a project file says.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Xml">Its text.</param>
internal sealed record ProjectFile(string Path, XDocument Xml)
{
    /// <summary>The file's name without its extension.</summary>
    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Where the project's code stands.</summary>
    public string Folder { get; } = System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The assembly that it makes.</summary>
    public string AssemblyName => Xml.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Name;

    /// <summary>The names of the projects that it references.</summary>
    public IEnumerable<string> Projects => Includes("ProjectReference").Select(include => System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/')));

    /// <summary>The names of the packages that it references itself.</summary>
    public IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>The names of the shared frameworks that it references beside the base one.</summary>
    public IEnumerable<string> Frameworks => Includes("FrameworkReference");

    public static ProjectFile Read(string path) => new(path, XDocument.Load(path));

    public override string ToString() => Name;

    private IEnumerable<string> Includes(string element)
        => Xml.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>().Order(StringComparer.Ordinal);
}
