using FinancialFirewall.Architecture.Tests.Assemblies.Samples;

namespace FinancialFirewall.Architecture.Tests.Assemblies;

public sealed class TypeUsesTests
{
    private static readonly string[] Targets = [nameof(Lent), nameof(ILent), nameof(LentMarkAttribute), nameof(LentException)];

    [Fact]
    public void Read_TypesThatUseAnother_FindsEveryWayToDoSo()
    {
        var borrowers = Own().Where(use => Targets.Contains(use.To.Name, StringComparer.Ordinal)).Select(use => use.From.Name);

        Findings.None(Findings.Differences(Borrowers.Names, borrowers.Except(Targets)));
    }

    [Fact]
    public void Read_TypeThatUsesNothing_FindsNothing()
        => Assert.Equal([], Own().Where(use => use.From.Name is nameof(LentException) && use.To.Name is not nameof(LentException)));

    [Fact]
    public void Foreign_TypesOfOtherAssemblies_AreNamedInFull()
        => Assert.Contains("Xunit.FactAttribute", TypeUses.Foreign(typeof(TypeUsesTests).Assembly.Location));

    private static IEnumerable<(TypeName From, TypeName To)> Own() => TypeUses.Read(typeof(TypeUsesTests).Assembly.Location);
}
