using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Lists;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Lists;

/// <summary>A change of a list that ends in the middle: it holds everywhere or nowhere, and what was answered holds.</summary>
public sealed class ListCrashTests
{
    /// <summary>More operations than a change takes.</summary>
    private const int MostOperations = 240;

    private const int Every = 3;

    public static TheoryData<int, int> Operations => Seeds.PortionsOf(MostOperations, 60);

    [Theory, MemberData(nameof(Operations))]
    public void Change_PowerGoesAtADiskOperation_HoldsEverywhereOrNowhere(int first, int last) => Run(first, last, static (firewall, seed) =>
    {
        var change = firewall.Scheduler.Start(() => TestLists.AddAsync(firewall, "blocked", "phone"));
        return (change, () => change.IsCompletedSuccessfully && change.Result.IsSuccess, ["phone"]);
    });

    [Theory, MemberData(nameof(Operations))]
    public void Import_PowerGoesAtADiskOperation_HoldsWholeOrNotAtAll(int first, int last) => Run(first, last, static (firewall, seed) =>
    {
        var import = firewall.Scheduler.Start(() => TestLists.ImportAsync(firewall, "blocked", dryRun: false, "phone", "stolen", "tablet"));
        return (import, () => import.IsCompletedSuccessfully && import.Result is { IsSuccess: true, Value.Status: ListImportStatus.Done }, ["phone", "tablet"]);
    });

    private static void Run(int first, int last, Func<SimulatedFirewall, int, (Task Work, Func<bool> IsAnswered, string[] Added)> begin)
    {
        for (var operation = first; operation <= last; operation += Every)
        {
            var firewall = new SimulatedFirewall(seed: operation, TestLists.Policy);
            _ = TestLists.Pay(firewall, "r1", "phone");
            firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
            var (work, isAnswered, added) = begin(firewall, operation);
            firewall.RunUntilDead(work);
            Assert.True(operation + Every < MostOperations || !firewall.Disk.IsDead, "A change takes more operations than are tried.");
            Seeds.Run(operation, () => AssertWholeAfterACrash(firewall, isAnswered(), added), $", operation {operation}");
        }
    }

    private static void AssertWholeAfterACrash(SimulatedFirewall firewall, bool isAnswered, string[] added)
    {
        firewall.Restart();
        var payments = from value in added from account in Enumerable.Range(0, 8) select SimulatedFirewall.Payment($"{value}-{account}", $"A{account}", "10", "deviceId", value);
        var decided = firewall.AssessAll([.. payments]).Select(static answer => (Version: answer.PolicyVersion(), Decision: answer.Decision())).Distinct();
        var (version, decision) = Assert.Single(decided);
        Assert.True(version == 2 || (version == 1 && !isAnswered), $"answered: {isAnswered}, version {version}");
        Assert.Equal(version == 2 ? Decision.Reject : Decision.Approve, decision);
        Assert.Equal(Decision.Reject, firewall.Assess("old", "B", "10", "deviceId", "stolen").Decision());

        // Whatever the crash left behind does not stand in the way of doing it again.
        Assert.True(TestLists.Add(firewall, "blocked", added).IsSuccess);
        Assert.Equal([.. added.Append("stolen").Order(StringComparer.Ordinal)], TestLists.Entries(firewall, "blocked").Select(static entry => entry.Value));
        Assert.Equal(Decision.Reject, firewall.Assess("new", "C", "10", "deviceId", added[0]).Decision());
    }
}
