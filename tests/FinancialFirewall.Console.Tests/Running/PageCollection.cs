namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The journeys about every page in every look, and what is shown to everybody: one after the other, beside those of the other groups.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Page";
}
