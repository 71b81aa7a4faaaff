namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>One way to commit fraud.</summary>
internal interface IScenario
{
    /// <summary>Its label.</summary>
    string Name { get; }

    /// <summary>Whether it moves money by transfers, which clearing sees, rather than by card.</summary>
    bool UsesTransfers { get; }

    /// <summary>Adds the payments of one episode, which begins on the episode's day and may go on for some days.</summary>
    void Plan(Episode episode);
}
