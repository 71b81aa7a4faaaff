namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The journeys about configurations, reviews and lists: one after the other, beside those of the other groups.</summary>
[CollectionDefinition(Name)]
public sealed class PolicyCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Policy";
}
