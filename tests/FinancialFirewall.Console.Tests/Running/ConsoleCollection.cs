namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The journeys: one browser, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Console";
}
