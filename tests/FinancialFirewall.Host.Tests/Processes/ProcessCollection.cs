namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>Tests that start processes for a moment: they run one after the other, beside the drills.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessCollection
{
    public const string Name = "Processes";
}
