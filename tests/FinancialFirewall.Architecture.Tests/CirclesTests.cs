namespace FinancialFirewall.Architecture.Tests;

public sealed class CirclesTests
{
    [Fact]
    public void Find_ArrowsThatPointDown_FindsNone()
        => Assert.Equal([], Circles.Find([("A", "B"), ("A", "C"), ("B", "C"), ("C", "C")]));

    [Fact]
    public void Find_OneCircle_NamesTheShortest()
        => Assert.Equal(["A -> B -> C -> A"], Circles.Find([("A", "B"), ("B", "C"), ("C", "A"), ("C", "D")]));

    [Fact]
    public void Find_TwoApart_NamesBoth()
        => Assert.Equal(["A -> B -> A", "C -> D -> C"], Circles.Find([("D", "C"), ("C", "D"), ("A", "B"), ("B", "A"), ("B", "C")]));
}
