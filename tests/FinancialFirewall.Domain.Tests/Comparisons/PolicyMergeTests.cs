using System.Text;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Tests.Comparisons;

/// <summary>A policy is written as the priorities of its configurations by a letter: <c>a1 b2</c>.</summary>
public sealed class PolicyMergeTests
{
    [Theory]
    [InlineData("a1 b1", "a2 b1", "a1 b2", "a2 b2")]
    [InlineData("a1", "a1 m1", "t1 a1", "t1 a1 m1")]
    [InlineData("a1 b1 c1", "b1 c1", "a1 b1", "b1")]
    [InlineData("a1", "a2", "a2", "a2")]
    [InlineData("a1", "", "", "")]
    [InlineData("a1", "a1 x1", "a1 x1", "a1 x1")]
    [InlineData("a1 b1", "a1 b1", "b1 a3", "b1 a3")]
    public void Merge_ElementsThatOnlyOneChanged_TakesBothChanges(string baseline, string mine, string theirs, string merged)
        => Assert.Equal(merged, Spell(PolicyMerge.Merge(Policy(baseline), Policy(mine), Policy(theirs)).Value));

    [Theory]
    [InlineData("a1", "a2", "a3", "'a' was changed here and changed in the version in force: make it what it is to be, in one of the two.")]
    [InlineData("a1", "", "a3", "'a' was removed here and changed in the version in force: make it what it is to be, in one of the two.")]
    [InlineData("a1", "a2", "", "'a' was changed here and removed in the version in force: make it what it is to be, in one of the two.")]
    [InlineData("", "a2", "a1", "'a' was added here and added in the version in force: make it what it is to be, in one of the two.")]
    public void Merge_ElementThatBothChanged_IsRefusedByName(string baseline, string mine, string theirs, string message)
        => Assert.Equal(
            new Error(ErrorKind.Conflict, "CHANGED_BY_BOTH", $"/configurations/{IdOf('a')}", "a", message),
            Assert.Single(PolicyMerge.Merge(Policy(baseline), Policy(mine), Policy(theirs)).Errors));

    [Fact]
    public void Merge_CurrenciesTogglesAndLists_AreMergedToo()
    {
        var baseline = Read("""{"baseCurrency":"EUR"}""");
        var mine = Read("""{"baseCurrency":"EUR","rates":{"asOf":"2026-03-01","USD":"1.1"},"toggles":[{"isEnabled":true}]}""");
        var theirs = Read("""{"baseCurrency":"EUR","lists":{"watched":{"kind":"WATCH","entries":[]}}}""");

        var merged = PolicyMerge.Merge(baseline, mine, theirs).Value;

        Assert.Equal(("2026-03-01", 1, 1, 1), (merged.RatesAsOf, merged.Rates.Count, merged.Toggles.Count, merged.Lists.Count));
        Assert.Equal("CHANGED_BY_BOTH /currencies/", Assert.Single(PolicyMerge.Merge(baseline, mine, Read("""{"baseCurrency":"USD"}""")).Errors) is var error ? $"{error.Code} {error.Member}" : "");
    }

    /// <summary>A list is written as its hash and, behind a point, whether it is mandatory.</summary>
    [Theory]
    [InlineData("a.no", "a.no", "b.no", "b.no")]
    [InlineData("a.no", "a.yes", "b.no", "b.yes")]
    [InlineData("a.no", "c.no", "a.yes", "c.yes")]
    [InlineData("a.no", "b.no", "b.no", "b.no")]
    [InlineData("a.no", "", "b.no", "")]
    [InlineData("", "a.no", "", "a.no")]
    public void Merge_Lists_TakesWhatTheyDoAndWhatTheyHoldApart(string baseline, string mine, string theirs, string merged)
        => Assert.Equal(merged, SpellList(PolicyMerge.Merge(WithList(baseline), WithList(mine), WithList(theirs)).Value));

    [Fact]
    public void Merge_ListWhoseContentsBothChanged_IsRefusedByName()
    {
        var errors = PolicyMerge.Merge(WithList("a.no"), WithList("b.no"), WithList("c.no")).Errors;

        Assert.Equal(("CHANGED_BY_BOTH", "/lists/x", "x"), (Assert.Single(errors).Code, errors[0].Member, errors[0].Value));
        Assert.Equal(errors, PolicyMerge.TakeContents(WithList("a.no"), WithList("b.no"), WithList("c.no")).Errors);
    }

    [Fact]
    public void TakeContents_ListThatWasFilledSince_HasWhatItHoldsNowAndAllElseStays()
    {
        var mine = Policy("a2 b1") with { Lists = WithList("a.yes").Lists };

        var taken = PolicyMerge.TakeContents(Policy("a1") with { Lists = WithList("a.no").Lists }, mine, Policy("a1") with { Lists = WithList("d.no").Lists }).Value;

        Assert.Equal(("a2 b1", "d.yes"), (Spell(taken), SpellList(taken)));
    }

    private static PolicyDocument WithList(string list)
    {
        var policy = Read("""{"baseCurrency":"EUR","lists":{"x":{"kind":"WATCH","entries":[]}}}""");
        return list.Length == 0
            ? policy with { Lists = [] }
            : policy with { Lists = [policy.Lists[0] with { Content = new string(list[0], ListChain.HashLength), Mandatory = list.EndsWith("yes", StringComparison.Ordinal) }] };
    }

    private static string SpellList(PolicyDocument policy) => policy.Lists is [var list] ? $"{list.Content![0]}.{(list.Mandatory ? "yes" : "no")}" : "";

    private static string IdOf(char letter) => $"00000000-0000-8000-8000-0000000000{(int)letter:x2}";

    private static PolicyDocument Policy(string elements) => Read($$"""
        {"baseCurrency":"EUR","configurations":[{{string.Join(',', elements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static one =>
            $$"""{"id":"{{IdOf(one[0])}}","configurationName":"{{one[0]}}","priority":{{one[1]}},"createdAt":"2026-01-01T00:00:00Z"}"""))}}]}
        """);

    private static string Spell(PolicyDocument policy) => string.Join(' ', policy.Configurations.Select(static one => $"{one.ConfigurationName}{one.Priority}"));

    private static PolicyDocument Read(string policy) => PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(policy)).Value;
}
