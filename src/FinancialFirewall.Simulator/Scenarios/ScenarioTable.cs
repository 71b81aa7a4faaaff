namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>All scenarios, in a fixed order: a run from a seed depends on it.</summary>
internal static class ScenarioTable
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IScenario> All { get; } =
    [
        new AccountTakeover(),
        new CardTesting(),
        new Structuring(),
        new MuleFanIn(),
        new MuleFanOut(),
        new PassThrough(),
        new Cycle(),
        new ImpossibleTravel(),
        new NewDeviceBurst(),
        new FirstPartyAbuse(),
    ];
}
