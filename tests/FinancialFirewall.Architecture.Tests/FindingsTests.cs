using Xunit.Sdk;

namespace FinancialFirewall.Architecture.Tests;

public sealed class FindingsTests
{
    [Fact]
    public void None_SomethingFound_FailsAndShowsAllOfItInOrder()
    {
        var failure = Assert.Throws<TrueException>(() => Findings.None(["B -> A", "A -> B"]));

        Assert.Equal("Found 2:\nA -> B\nB -> A", failure.Message);
    }

    [Fact]
    public void None_NothingFound_Passes() => Findings.None(Array.Empty<string>());

    [Fact]
    public void Differences_OfTwoLists_NameWhatOnlyOneHas()
        => Assert.Equal(
            ["found and not listed: C", "listed and not found: A"],
            Findings.Differences(listed: ["A", "B"], found: ["B", "C"]));

    [Fact]
    public void Differences_OfTheSame_AreNone() => Assert.Equal([], Findings.Differences(["A", "B"], ["B", "A"]));

    [Fact]
    public void Repeated_NameThatStandsTwice_IsNamed() => Assert.Equal(["A stands 2 times"], Findings.Repeated(["A", "B", "A"]));
}
