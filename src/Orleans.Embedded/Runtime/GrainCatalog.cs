using System.Collections.Frozen;
using System.Reflection;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>The grain classes of the process, by type name and by interface.</summary>
internal sealed class GrainCatalog
{
    private readonly FrozenDictionary<GrainType, GrainClass> byType;
    private readonly FrozenDictionary<Type, GrainClass[]> byInterface;

    /// <exception cref="ArgumentException">Two classes have the same type name.</exception>
    public GrainCatalog(IEnumerable<Type> classes, GrainCollectionOptions collection, SiloMessagingOptions messaging)
    {
        var known = classes.Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => new GrainClass(type, collection, messaging))
            .ToArray();
        var twice = known.GroupBy(each => each.GrainType).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException(
                $"The classes {string.Join(", ", twice.Select(each => each.Type.FullName))} are all of the grain type '{twice.Key}': [GrainType] gives one a name of its own.", nameof(classes));
        }

        byType = known.ToFrozenDictionary(each => each.GrainType);
        byInterface = known.SelectMany(each => each.Interfaces.Select(type => (type, each)))
            .GroupBy(pair => pair.type, pair => pair.each)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The grain classes of <paramref name="assembly"/>.</summary>
    public static IEnumerable<Type> ClassesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
            && type.IsAssignableTo(typeof(IGrainBase))
            && Array.Exists(type.GetInterfaces(), each => each.IsAssignableTo(typeof(IGrain))));

    public GrainClass? ClassOf(GrainType type) => byType.GetValueOrDefault(type);

    /// <summary>The class that implements <paramref name="grainInterface"/>.</summary>
    /// <exception cref="ArgumentException">No class does, or several do and none has the interface's own name.</exception>
    public GrainClass ClassFor(Type grainInterface, string? classNamePrefix)
    {
        var classes = byInterface.GetValueOrDefault(grainInterface) ?? [];
        if (classNamePrefix is not null)
        {
            classes = [.. classes.Where(each => each.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))];
        }

        if (classes.Length == 1)
        {
            return classes[0];
        }

        if (classes.Length == 0)
        {
            throw new ArgumentException($"Could not find an implementation for interface {grainInterface.FullName}.", nameof(grainInterface));
        }

        return Array.Find(classes, each => IsNamedAs(each.Type, grainInterface)) ?? throw new ArgumentException(
            $"Several classes implement {grainInterface.FullName}: {string.Join(", ", classes.Select(each => each.Type.FullName))}. The start of a class's full name chooses one.",
            nameof(grainInterface));
    }

    private static bool IsNamedAs(Type grainClass, Type grainInterface)
        => grainInterface.Name.Length > 1 && string.Equals(grainClass.Name, grainInterface.Name[1..], StringComparison.Ordinal);
}
