namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>Tests that kill servers under load: they run one after the other, beside those that only start one.</summary>
[CollectionDefinition(Name)]
public sealed class DrillCollection
{
    public const string Name = "Drills";
}
