using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Which assemblies grain classes are looked for in: those that were named, or all that the process refers to.</summary>
internal sealed class GrainClasses
{
    private readonly List<Assembly> named = [];

    public void Add(Assembly assembly) => named.Add(assembly);

    public IEnumerable<Type> All() => (named.Count > 0 ? named : Referring()).Distinct().SelectMany(GrainCatalog.ClassesOf);

    /// <summary>The assemblies that refer to this one, among those loaded and those that they refer to.</summary>
    private static List<Assembly> Referring()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && IsOfApplication(assembly.GetName())));
        var found = new List<Assembly>();
        while (left.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName!))
            {
                continue;
            }

            var references = assembly.GetReferencedAssemblies();
            if (Array.Exists(references, name => string.Equals(name.Name, typeof(IGrain).Assembly.GetName().Name, StringComparison.Ordinal)))
            {
                found.Add(assembly);
            }

            foreach (var reference in references.Where(IsOfApplication))
            {
                left.Enqueue(Assembly.Load(reference));
            }
        }

        return found;
    }

    private static bool IsOfApplication(AssemblyName name) => name.Name is { } text
        && !text.StartsWith("System", StringComparison.Ordinal)
        && !text.StartsWith("Microsoft.", StringComparison.Ordinal)
        && !text.StartsWith("xunit", StringComparison.Ordinal)
        && text is not ("netstandard" or "mscorlib");
}
