using FinancialFirewall.Console.Tests.Building;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Console.Tests.Checks;

/// <summary>What can be said about the console's sources without a browser.</summary>
public sealed class SourceTests
{
    [NodeFact]
    public async Task Types_All_AreSound() => Passed(await NodeTools.ScriptAsync("check:types"));

    [NodeFact]
    public async Task Style_Everywhere_IsKept() => Passed(await NodeTools.ScriptAsync("check:style"));

    [NodeFact]
    public async Task Computations_OfTheBrowser_AreRight() => Passed(await NodeTools.ScriptAsync("test"));

    [NodeFact]
    public async Task SchemaTypes_WhereTheyAreKept_AreThoseOfTheSchema()
    {
        using var directory = new TemporaryDirectory();
        var generated = directory.File("schema-types.d.ts");

        Passed(await NodeTools.RunAsync("gql.tada/bin/cli.js", "generate-output", "--output", generated));

        Assert.Equal(await File.ReadAllTextAsync(generated), await File.ReadAllTextAsync(Path.Combine(ConsoleFolder.Root, "src", "graph", "schema-types.d.ts")));
    }

    private static void Passed(ProgramResult result) => Assert.True(result.ExitCode == 0, result.ToString());
}
