namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>Tests that start processes run one after the other, so that the machine's load decides nothing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    public const string Name = "Processes";
}
