namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The journeys about who gets in, and what an owner does: one after the other, beside those of the other groups.</summary>
[CollectionDefinition(Name)]
public sealed class AccessCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Access";
}
