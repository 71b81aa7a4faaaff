using System.Reflection;

namespace FinancialFirewall.Architecture.Tests.Persistence;

/// <summary>Members of the types that are kept on disk by their names: what grains keep as their state, and what is serialized by a context of ours.</summary>
internal static class PersistedMembers
{
    /// <summary>The types that are kept, without those inside them.</summary>
    public static IEnumerable<Type> Roots(IReadOnlyCollection<Type> types)
        => types.SelectMany(type => type.GetCustomAttributesData())
            .Where(data => data.AttributeType.Name is "JsonSerializableAttribute")
            .Select(data => (Type)data.ConstructorArguments[0].Value!)
            .Concat(types.SelectMany(type => type.GetConstructors())
                .SelectMany(constructor => constructor.GetParameters())
                .Where(parameter => parameter.ParameterType.Name is "IPersistentState`1")
                .Select(parameter => parameter.ParameterType.GetGenericArguments()[0]));

    /// <summary>One line for each member of a kept type and of those of the same assembly inside it: the type, the member, the member's type; where they stand is not kept.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Type> roots)
    {
        var seen = new HashSet<Type>();
        var left = new Queue<Type>(roots);
        while (left.TryDequeue(out var type))
        {
            foreach (var property in seen.Add(type) ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance) : [])
            {
                Inside(property.PropertyType).Where(part => part.Assembly == type.Assembly).ToList().ForEach(left.Enqueue);
                yield return $"{type.Name} {property.Name} {Spell(property.PropertyType)}";
            }
        }
    }

    private static string Spell(Type type)
        => type.IsArray ? $"{Spell(type.GetElementType()!)}[]"
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Spell))}>"
            : type.Name;

    private static IEnumerable<Type> Inside(Type type)
        => type.HasElementType ? Inside(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Inside) : [type];
}
