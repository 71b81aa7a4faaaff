using System.Reflection;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Architecture.Tests.Types;

/// <summary>What holds for every type below <c>src/</c>.</summary>
internal static class TypeRules
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Classes that others may derive from although they are not abstract.</summary>
    public static IEnumerable<string> Open(IEnumerable<Type> types)
        => types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.FullName!.Split('`')[0]);

    /// <summary>Methods that nobody can wait for.</summary>
    public static IEnumerable<string> AsyncVoid(IEnumerable<Type> types)
        => types.SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            .Select(method => $"{method.DeclaringType}.{method.Name}");

    /// <summary>Static fields, and fields of static properties, that can change.</summary>
    public static IEnumerable<string> MutableStatics(IEnumerable<Type> types)
        => types.SelectMany(type => type.GetFields(Declared))
            .Where(field => field is { IsStatic: true, IsInitOnly: false, IsLiteral: false })
            .Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || IsSettable(field))
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");

    /// <summary>Public types that nobody outside uses, and that none of those in use show.</summary>
    /// <param name="types">The types of one assembly.</param>
    /// <param name="usedOutside">The full names of the types that other assemblies name.</param>
    public static IEnumerable<string> NeedlesslyPublic(IEnumerable<Type> types, IReadOnlySet<string> usedOutside)
    {
        var open = types.Where(type => type.IsPublic).ToHashSet();
        var needed = new Queue<Type>(open.Where(type => usedOutside.Contains(type.FullName!)));
        while (needed.TryDequeue(out var type))
        {
            if (open.Remove(type))
            {
                Shown(type).SelectMany(Parts).ToList().ForEach(needed.Enqueue);
            }
        }

        return open.Select(type => type.FullName!);
    }

    /// <summary>The types that a public type's declaration and public members name.</summary>
    private static IEnumerable<Type> Shown(Type type)
        => type.GetInterfaces().Append(type.BaseType).OfType<Type>()
            .Concat(type.GetConstructors().SelectMany(Parameters))
            .Concat(type.GetMethods().SelectMany(method => Parameters(method).Append(method.ReturnType)))
            .Concat(type.GetFields().Select(field => field.FieldType));

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> Parts(Type type)
        => type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];

    private static bool IsSettable(FieldInfo field)
        => field.Name.StartsWith('<') && field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Declared)?.CanWrite == true;
}
