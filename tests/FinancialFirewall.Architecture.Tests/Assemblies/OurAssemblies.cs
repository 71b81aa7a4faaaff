using System.Reflection;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Assemblies;

/// <summary>The built assemblies of everything below <c>src/</c>.</summary>
internal static class OurAssemblies
{
    /// <summary>Each source project and the assembly that was built from it.</summary>
    public static IReadOnlyList<(ProjectFile Project, string Path)> Files { get; }
        = [.. Repository.SourceProjects.Select(project => (project, Path.Combine(AppContext.BaseDirectory, project.AssemblyName + ".dll")))];

    /// <summary>The assemblies, loaded.</summary>
    public static IReadOnlyList<Assembly> Loaded { get; } = [.. Files.Select(file => Assembly.LoadFrom(file.Path))];

    /// <summary>Every type that somebody wrote: those that the compiler or a source generator made are left out.</summary>
    public static IEnumerable<Type> WrittenTypes() => Loaded.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    /// <summary>One project's assembly.</summary>
    public static Assembly Of(string project)
        => Loaded[Files.Select(file => file.Project.Name).ToList().IndexOf(project)];

    private static bool IsWritten(Type type)
    {
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            if (at.Name.Contains('<', StringComparison.Ordinal)
                || at.GetCustomAttributesData().Any(data => data.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute"))
            {
                return false;
            }
        }

        return type.Namespace is not null && !type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !type.Namespace.StartsWith("System.", StringComparison.Ordinal);
    }
}
