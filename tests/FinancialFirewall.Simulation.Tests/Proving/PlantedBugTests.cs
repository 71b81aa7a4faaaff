using System.Reflection;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Simulation.Proving;
using FinancialFirewall.Storage.Directories;

namespace FinancialFirewall.Simulation.Tests.Proving;

/// <summary>What is shipped has no bug that the simulation plants: each is a constant that is false, so that the compiler leaves out what it would do.</summary>
public sealed class PlantedBugTests
{
    private static readonly Assembly[] Shipped = [typeof(TenantId).Assembly, typeof(DataDirectory).Assembly, typeof(AssessmentRouter).Assembly];

    [Fact]
    public void PlantedBugs_InWhatIsShipped_AreConstantsThatAreFalse()
    {
        foreach (var assembly in Shipped)
        {
            var bugs = assembly.GetType("FinancialFirewall.PlantedBugs", throwOnError: true)!;
            const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

            Assert.True(bugs.GetFields(Declared).Length >= 20);
            Assert.All(bugs.GetFields(Declared), static bug => Assert.True(bug.IsLiteral && bug.GetRawConstantValue() is false, bug.Name));
            Assert.Empty(bugs.GetMembers(Declared).Except(bugs.GetFields(Declared)));
        }
    }

    [Fact]
    public void Bugs_OfABuildWithoutThem_AreNone() => Assert.Empty(Prover.Bugs);
}
