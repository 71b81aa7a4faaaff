using System.Reflection;
using System.Runtime.CompilerServices;
using FinancialFirewall.Architecture.Tests.Assemblies;

namespace FinancialFirewall.Architecture.Tests.Types;

/// <summary>What holds for every type below <c>src/</c>.</summary>
public sealed class TypeConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Classes that others may derive from although they are not abstract, and why.</summary>
    private static readonly Dictionary<string, string> OpenClasses = new(StringComparer.Ordinal)
    {
        ["Orleans.Runtime.GrainReference"] = "each grain interface gets a proxy class at run time that derives from it",
        ["Orleans.Runtime.OrleansException"] = "the base of the runtime's exceptions, open as Orleans' own",
        ["Orleans.Storage.InconsistentStateException"] = "open as Orleans' own, so that a storage provider can say more",
    };

    /// <summary>Static fields that change, and why that does no harm.</summary>
    private static readonly Dictionary<string, string> MutableStatics = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void Assemblies_OfEverySourceProject_AreBuiltBesideTheTests()
        => Findings.None(OurAssemblies.Files.Where(file => !File.Exists(file.Path)).Select(file => file.Project.Name));

    [Fact]
    public void Classes_All_AreSealedOrAbstractOrStatic()
    {
        var open = OurAssemblies.WrittenTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName!.Split('`')[0]);

        Findings.Exactly(OpenClasses.Keys, open);
    }

    [Fact]
    public void AsyncMethods_All_ReturnSomethingToAwait()
    {
        var wrong = OurAssemblies.Loaded.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            .Select(method => $"{method.DeclaringType}.{method.Name}");

        Findings.None(wrong);
    }

    [Fact]
    public void StaticFields_All_AreReadOnly()
    {
        var mutable = OurAssemblies.WrittenTypes()
            .SelectMany(type => type.GetFields(Declared))
            .Where(field => field is { IsStatic: true, IsInitOnly: false, IsLiteral: false })
            .Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || IsSettable(field))
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");

        Findings.Exactly(MutableStatics.Keys, mutable);
    }

    private static bool IsSettable(FieldInfo field)
        => field.Name.StartsWith('<') && field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Declared)?.CanWrite == true;
}
