using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Running;

namespace FinancialFirewall.Simulation.Tests.Running;

public sealed class CommandOptionsTests
{
    [Fact]
    public void Parse_EverythingGiven_TakesEverything()
    {
        var options = CommandOptions.Parse(["--seeds", "9", "--minutes", "1.5", "--seed", "3", "--operations", "40", "--only", "PowerLoss,BitRot", "--threads", "1"]);

        Assert.Equal(
            (9, 1.5, 3, 40, FaultKinds.PowerLoss | FaultKinds.BitRot, 1),
            (options.Seeds!.Value, options.Minutes!.Value, options.FirstSeed, options.Operations, options.Kinds!.Value, options.Threads));
    }

    [Theory]
    [InlineData("--seeds takes a positive whole number, not 'x'.", "--seeds", "x")]
    [InlineData("--minutes takes a positive number, not '-1'.", "--minutes", "-1")]
    [InlineData("'--sedes' is not known.", "--sedes", "1")]
    [InlineData("'--seed' is not known, or needs a value.", "--seed")]
    public void Parse_Nonsense_SaysWhatWouldBeRight(string message, params string[] arguments)
        => Assert.Equal(message, Assert.Throws<FormatException>(() => CommandOptions.Parse(arguments)).Message);
}
