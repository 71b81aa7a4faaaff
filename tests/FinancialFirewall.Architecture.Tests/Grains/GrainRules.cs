using System.Reflection;
using System.Runtime.CompilerServices;

namespace FinancialFirewall.Architecture.Tests.Grains;

/// <summary>What Orleans asks of grains and messages, also where the embedded runtime would not. Each rule names what breaks it.</summary>
internal sealed class GrainRules(IReadOnlyList<Type> types)
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The grain interfaces among the types.</summary>
    public IReadOnlyList<Type> Interfaces { get; } = [.. types.Where(type => type.IsInterface && Implements(type, "Orleans.IGrain"))];

    /// <summary>The grain classes among the types.</summary>
    public IReadOnlyList<Type> Classes { get; } = [.. types.Where(type => type.IsClass && Implements(type, "Orleans.IGrain"))];

    /// <summary>The types that grains send one another.</summary>
    public IReadOnlyList<Type> Messages { get; } = [.. types.Where(type => Has(type, "GenerateSerializerAttribute"))];

    private IEnumerable<MethodInfo> Methods => Interfaces.SelectMany(type => type.GetMethods(Instance));

    /// <summary>Grain interfaces and messages without an alias, grain methods without one, and aliases that are not of their own.</summary>
    public IEnumerable<string> Aliases()
        => Interfaces.Concat(Messages).Where(type => Alias(type) is null).Select(type => $"{type.FullName} has no alias")
            .Concat(Methods.Where(method => Alias(method) is null).Select(method => $"{NameOf(method)} has no alias"))
            .Concat(Findings.Repeated(Interfaces.Concat(Messages).Select(Alias).OfType<string>()))
            .Concat(Findings.Repeated(Methods.Where(method => Alias(method) is not null).Select(method => $"{method.DeclaringType!.FullName}.{Alias(method)}")));

    /// <summary>Grain interfaces whose key is not a text, which alone can begin with the tenant.</summary>
    public IEnumerable<string> Keys()
        => Interfaces.Where(type => !Implements(type, "Orleans.IGrainWithStringKey")).Select(type => $"{type.FullName} has no text as its key");

    /// <summary>Grain methods that cannot be awaited.</summary>
    public IEnumerable<string> Results() => Methods.Where(method => !IsTask(method.ReturnType)).Select(method => $"{NameOf(method)} returns no task");

    /// <summary>Grain classes that are open.</summary>
    public IEnumerable<string> OpenClasses() => Classes.Where(type => !type.IsSealed).Select(type => $"{type.FullName} is not sealed");

    /// <summary>Messages that are open, do not say that they are immutable, or have members that change.</summary>
    public IEnumerable<string> MutableMessages()
        => Messages.Where(type => !type.IsSealed).Select(type => $"{type.FullName} is not sealed")
            .Concat(Messages.Where(type => !Has(type, "ImmutableAttribute")).Select(type => $"{type.FullName} does not say that it is immutable"))
            .Concat(Messages.SelectMany(type => type.GetFields(Instance))
                .Where(field => !field.IsInitOnly && !field.Name.StartsWith('<'))
                .Select(field => $"{NameOf(field)} can change"))
            .Concat(Messages.SelectMany(type => type.GetProperties(Instance))
                .Where(property => property.SetMethod is { } set && !IsInit(set))
                .Select(property => $"{NameOf(property)} can change"));

    /// <summary>Members of messages that are kept and have no number, and numbers that one message gives twice.</summary>
    public IEnumerable<string> Numbers()
        => Messages.SelectMany(type => type.GetFields(Instance)).Where(field => Number(field) is null).Select(field => $"{NameOf(field)} has no number")
            .Concat(Messages.SelectMany(type => Findings.Repeated(
                type.GetFields(Instance).Where(field => Number(field) is not null).Select(field => $"{type.FullName} #{Number(field)}"))));

    private static bool Implements(Type type, string name) => type.GetInterfaces().Any(given => string.Equals(given.FullName, name, StringComparison.Ordinal));

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType!.FullName}.{member.Name}";

    private static bool Has(MemberInfo member, string attribute)
        => member.GetCustomAttributesData().Any(data => string.Equals(data.AttributeType.Name, attribute, StringComparison.Ordinal));

    private static object? Argument(MemberInfo? member, string attribute)
        => member?.GetCustomAttributesData().FirstOrDefault(data => string.Equals(data.AttributeType.Name, attribute, StringComparison.Ordinal))?
            .ConstructorArguments[0].Value;

    private static string? Alias(MemberInfo member) => Argument(member, "AliasAttribute") as string;

    private static object? Number(FieldInfo field) => Argument(field, "IdAttribute") ?? Argument(PropertyOf(field), "IdAttribute");

    private static bool IsTask(Type type)
        => type == typeof(Task) || type == typeof(ValueTask)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static PropertyInfo? PropertyOf(FieldInfo field)
        => field.Name.StartsWith('<') ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Instance) : null;
}
