using System.Reflection;
using System.Runtime.CompilerServices;
using FinancialFirewall.Architecture.Tests.Assemblies;

namespace FinancialFirewall.Architecture.Tests.Grains;

/// <summary>What Orleans asks of grains and messages, also where the embedded runtime would not.</summary>
public sealed class GrainConventionTests
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<Type> Types = [.. OurAssemblies.Loaded
        .Except([OurAssemblies.Of("Orleans.Embedded")])
        .SelectMany(assembly => assembly.GetTypes())];

    private static readonly IReadOnlyList<Type> Interfaces = [.. Types.Where(type => type.IsInterface && HasInterface(type, "Orleans.IGrain"))];

    private static readonly IReadOnlyList<Type> Classes = [.. Types.Where(type => type.IsClass && HasInterface(type, "Orleans.IGrain"))];

    private static readonly IReadOnlyList<Type> Messages = [.. Types.Where(type => Has(type, "GenerateSerializerAttribute"))];

    [Fact]
    public void Grains_AreFound()
    {
        Assert.Contains(Interfaces, type => type.Name is "ITransactionGrain");
        Assert.Contains(Classes, type => type.Name is "TransactionGrain");
        Assert.Contains(Messages, type => type.Name is "PaymentBatch");
    }

    [Fact]
    public void GrainInterfaces_All_HaveAnAliasOfTheirOwn()
    {
        var aliases = Interfaces.Select(type => (Name: Alias(type), type.FullName)).ToList();

        Findings.None(aliases.Where(alias => alias.Name is null).Select(alias => alias.FullName));
        Findings.None(aliases.GroupBy(alias => alias.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void GrainMethods_All_HaveAnAliasOfTheirOwn()
    {
        Findings.None(Methods().Where(method => Alias(method) is null).Select(NameOf));
        Findings.None(Methods().GroupBy(method => $"{method.DeclaringType}.{Alias(method)}", StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void GrainMethods_All_ReturnTaskOrValueTask()
        => Findings.None(Methods().Where(method => !IsTask(method.ReturnType)).Select(NameOf));

    [Fact]
    public void GrainClasses_All_AreSealed()
        => Findings.None(Classes.Where(type => !type.IsSealed).Select(type => type.FullName));

    [Fact]
    public void Messages_All_AreSealedImmutableAndHaveAnAlias()
        => Findings.None(Messages.Where(type => !type.IsSealed || !Has(type, "ImmutableAttribute") || Alias(type) is null).Select(type => type.FullName));

    [Fact]
    public void Messages_All_CannotBeChangedOnceMade()
    {
        var fields = Messages.SelectMany(type => type.GetFields(Instance))
            .Where(field => !field.IsInitOnly && !field.Name.StartsWith('<'))
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");
        var properties = Messages.SelectMany(type => type.GetProperties(Instance))
            .Where(property => property.SetMethod is { } set && !IsInit(set))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}");

        Findings.None(fields.Concat(properties));
    }

    [Fact]
    public void Messages_All_NumberEveryMemberThatIsKept()
    {
        var unnumbered = Messages.SelectMany(type => type.GetFields(Instance))
            .Where(field => !Has(field, "IdAttribute") && !(PropertyOf(field) is { } property && Has(property, "IdAttribute")))
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");

        Findings.None(unnumbered);
    }

    [Fact]
    public void MessagesAliases_All_AreDifferent()
        => Findings.None(Messages.GroupBy(Alias, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void LowerFloors_All_CarryNothingOfOrleans()
    {
        var wrong = new[] { "FinancialFirewall.Domain", "FinancialFirewall.Storage" }
            .SelectMany(project => OurAssemblies.Of(project).GetReferencedAssemblies(), (project, reference) => $"{project} -> {reference.Name}")
            .Where(arrow => arrow.Contains("Orleans", StringComparison.Ordinal));

        Findings.None(wrong);
    }

    private static IEnumerable<MethodInfo> Methods() => Interfaces.SelectMany(type => type.GetMethods(Instance));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    private static bool HasInterface(Type type, string name) => type.GetInterfaces().Any(given => string.Equals(given.FullName, name, StringComparison.Ordinal));

    private static bool Has(MemberInfo member, string attribute)
        => member.GetCustomAttributesData().Any(data => string.Equals(data.AttributeType.Name, attribute, StringComparison.Ordinal));

    private static string? Alias(MemberInfo member)
        => member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name is "AliasAttribute")?.ConstructorArguments[0].Value as string;

    private static bool IsTask(Type type)
        => type == typeof(Task) || type == typeof(ValueTask)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static PropertyInfo? PropertyOf(FieldInfo field)
        => field.Name.StartsWith('<') ? field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Instance) : null;
}
