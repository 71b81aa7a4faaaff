using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Running;

namespace FinancialFirewall.Simulation.Tests.Running;

/// <summary>Whole firewalls on simulated machines: a fixed number of histories, in which nothing is wrong. ./simulate runs as many as you like.</summary>
public sealed class SimulationTests
{
    private const int Seeds = 12;
    private const int SeedsEach = 4;

    public static TheoryData<int> Portions => [.. Enumerable.Range(0, Seeds / SeedsEach).Select(static portion => 1 + (portion * SeedsEach))];

    [Theory, MemberData(nameof(Portions))]
    public void Run_SeedsOfThePortion_BreakNoRule(int first)
    {
        for (var seed = first; seed < first + SeedsEach; seed++)
        {
            AssertSound(new SimulationSpec(seed));
        }
    }

    [Fact]
    public void Run_NothingGoesWrong_EverythingSentIsAnswered()
    {
        var result = AssertSound(new SimulationSpec(1_001, FaultKinds.None, 60));

        Assert.True(result.Answers > 60, $"{result.Answers} answers");
        Assert.Equal((1, 0, 0), (result.Starts, result.PowerLosses, result.ProcessKills));
    }

    [Fact]
    public void Run_TheSameSeedTwice_GivesTheSameHistoryStepByStep()
    {
        var first = SimulationRun.Run(new SimulationSpec(1_002, FaultKinds.All, 50));
        var second = SimulationRun.Run(new SimulationSpec(1_002, FaultKinds.All, 50));

        Assert.Equal((first.TraceHash, first.Steps, first.Answers), (second.TraceHash, second.Steps, second.Answers));
        Assert.NotEqual(first.TraceHash, SimulationRun.Run(new SimulationSpec(1_003, FaultKinds.All, 50)).TraceHash);
    }

    [Fact]
    public void Run_DiskThatLosesWhatItSaysItKept_IsFound()
    {
        var found = Enumerable.Range(1, 5).Select(static seed => SimulationRun.Run(new SimulationSpec(seed, FaultKinds.PowerLoss, 40) { DiskLies = true }).Violation?.Check)
            .FirstOrDefault(static check => check is not null);

        Assert.Contains(found, (string?[])["start", "answers stay", "one decision", "change holds"]);
    }

    [Fact]
    public void Command_OfAShrunkHistory_NamesItsSeedLengthAndKinds()
        => Assert.Equal(
            "./simulate --seed 7 --seeds 1 --operations 30 --only PowerLoss,Refunds",
            new SimulationSpec(7, FaultKinds.PowerLoss | FaultKinds.Refunds, 30).Command);

    private static SimulationResult AssertSound(SimulationSpec spec)
    {
        var result = SimulationRun.Run(spec);
        Assert.True(result.Violation is null, $"{result.Violation?.Message}\nRun it again: {spec.Command}");
        return result;
    }
}
