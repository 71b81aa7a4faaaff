using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Types.Samples;

namespace FinancialFirewall.Architecture.Tests.Types;

/// <summary>Types are closed, static state does not change, and nothing is public that need not be.</summary>
public sealed class TypeTests
{
    private const string Sample = "FinancialFirewall.Architecture.Tests.Types.Samples";

    /// <summary>Classes that others may derive from although they are not abstract, and why.</summary>
    private static readonly Dictionary<string, string> OpenClasses = new(StringComparer.Ordinal)
    {
        ["Orleans.Runtime.GrainReference"] = "each grain interface gets a proxy class at run time that derives from it",
        ["Orleans.Runtime.OrleansException"] = "the base of the runtime's exceptions, open as Orleans' own",
        ["Orleans.Storage.InconsistentStateException"] = "open as Orleans' own, so that a storage provider can say more",
    };

    /// <summary>The floors whose types nobody but the floors above them, if any, can have a use for.</summary>
    private static readonly string[] TopFloors = ["FinancialFirewall.Gateway", "FinancialFirewall.Host"];

    [Fact]
    public void Assemblies_OfEverySourceProject_AreBuiltBesideTheTests()
        => Findings.None(OurAssemblies.Files.Where(file => !File.Exists(file.Path)).Select(file => file.Project.Name));

    [Fact]
    public void Classes_All_AreSealedOrAbstractOrStatic()
        => Findings.None(Findings.Differences(OpenClasses.Keys, TypeRules.Open(OurAssemblies.WrittenTypes())));

    [Fact]
    public void AsyncMethods_All_ReturnSomethingToAwait()
        => Findings.None(TypeRules.AsyncVoid(OurAssemblies.Loaded.SelectMany(assembly => assembly.GetTypes())));

    [Fact]
    public void StaticFields_All_AreReadOnly() => Findings.None(TypeRules.MutableStatics(OurAssemblies.WrittenTypes()));

    [Fact]
    public void TypesOfTheTopFloors_All_ArePublicOnlyWhereSomebodyNeedsThem()
    {
        var needless = TopFloors.SelectMany(floor => TypeRules.NeedlesslyPublic(
            OurAssemblies.WrittenTypes().Where(type => type.Assembly == OurAssemblies.Of(floor)),
            OurAssemblies.Files.Where(file => !string.Equals(file.Project.Name, floor, StringComparison.Ordinal))
                .SelectMany(file => TypeUses.Foreign(file.Path)).ToHashSet(StringComparer.Ordinal)));

        Findings.None(needless);
    }

    [Fact]
    public void Open_ClassThatIsNotSealed_IsNamed()
        => Assert.Equal([$"{Sample}.Unsealed"], TypeRules.Open([typeof(Unsealed), typeof(Needed), typeof(TypeTests), typeof(TypeRules), typeof(IFormattable)]));

    [Fact]
    public void AsyncVoid_MethodThatNobodyCanWaitFor_IsNamed()
        => Assert.Equal([$"{Sample}.Unsealed.Forget"], TypeRules.AsyncVoid([typeof(Unsealed), typeof(Needed)]));

    [Fact]
    public void MutableStatics_FieldAndPropertyThatChange_AreNamed()
        => Assert.Equal(
            [$"{Sample}.Unsealed.count", $"{Sample}.Unsealed.<Latest>k__BackingField"],
            TypeRules.MutableStatics([typeof(Unsealed), typeof(TypeTests)]));

    [Fact]
    public void NeedlesslyPublic_TypeThatNobodyUsesAndNobodyShows_IsNamed()
        => Assert.Equal(
            [$"{Sample}.Unsealed"],
            TypeRules.NeedlesslyPublic(
                [typeof(Unsealed), typeof(Needed), typeof(Shown), typeof(TypeRules)], new HashSet<string>(StringComparer.Ordinal) { $"{Sample}.Needed" }));

    [Fact]
    public void NeedlesslyPublic_AllThatNobodyUses_IsNamed()
        => Assert.Equal([$"{Sample}.Needed", $"{Sample}.Shown"], TypeRules.NeedlesslyPublic([typeof(Needed), typeof(Shown)], new HashSet<string>(StringComparer.Ordinal)));
}
