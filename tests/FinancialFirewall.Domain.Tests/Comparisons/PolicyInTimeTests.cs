using System.Text;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Comparisons;

public sealed class PolicyInTimeTests
{
    private const string Toggle = """{"id":"11111111-1111-4111-8111-111111111111","isEnabled":""";

    /// <summary>A list is written as what it holds, and <c>-</c> stands for none: made from, the policy, then, and what follows.</summary>
    [Theory]
    [InlineData("a", "a", "b", "b")]
    [InlineData("a", "c", "b", "c")]
    [InlineData("-", "c", "b", "c")]
    [InlineData("-", "-", "b", "b")]
    [InlineData("a", "-", "b", "-")]
    [InlineData("a", "a", "-", "")]
    public void Of_Lists_HoldWhatTheyHeldThenUnlessThePolicyFillsThemItself(string baseline, string policy, string then, string expected)
    {
        var made = PolicyInTime.Of(WithList(baseline), WithList(policy), WithList(then));

        Assert.Equal(expected, made.Lists is [var list] ? string.Concat(list.Entries.Select(static entry => entry.Value)) : "-");
    }

    [Fact]
    public void Of_ListThatTheDraftMakesMandatory_HoldsWhatItHeldThen()
    {
        var policy = Read("""{"baseCurrency":"EUR","lists":{"l":{"kind":"BLOCK","member":"deviceId","mandatory":true,"entries":[{"value":"a"}]}}}""");

        var list = Assert.Single(PolicyInTime.Of(WithList("a"), policy, WithList("b")).Lists);

        Assert.Equal((true, "b"), (list.Mandatory, Assert.Single(list.Entries).Value));
    }

    [Theory]
    [InlineData("true", "true", "false", "False")]
    [InlineData("true", "false", "true", "False")]
    [InlineData("", "", "false", "False")]
    [InlineData("true", "", "true", "")]
    [InlineData("true", "true", "", "")]
    public void Of_Toggles_AreAsTheyWereThenUnlessThePolicyChangesThem(string baseline, string policy, string then, string expected)
        => Assert.Equal(expected, string.Concat(PolicyInTime.Of(WithToggle(baseline), WithToggle(policy), WithToggle(then)).Toggles.Select(static toggle => toggle.IsEnabled)));

    [Theory]
    [InlineData("1.1", "1.1", "1.3", "EUR", "1.3")]
    [InlineData("1.1", "1.2", "1.3", "EUR", "1.2")]
    [InlineData("1.1", "1.1", "1.3", "GBP", "1.1")]
    public void Of_Rates_AreThoseOfThenUnlessTheyAreOthersOrToAnotherCurrency(string baseline, string policy, string then, string currency, string expected)
    {
        var made = PolicyInTime.Of(WithRate(baseline, "EUR"), WithRate(policy, "EUR"), WithRate(then, currency));

        Assert.Equal((decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), "EUR"), (Assert.Single(made.Rates).Value, made.BaseCurrency));
    }

    [Fact]
    public void Of_Configurations_AreThePolicys()
    {
        var policy = Read("""{"baseCurrency":"EUR","configurations":[{"configurationName":"mine"}]}""");
        var other = Read("""{"baseCurrency":"EUR","configurations":[{"configurationName":"theirs"}]}""");

        Assert.Equal("mine", Assert.Single(PolicyInTime.Of(other, policy, other).Configurations).ConfigurationName);
    }

    private static PolicyDocument Read(string json) => PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(json)).Value;

    private static PolicyDocument WithList(string held)
        => Read(held == "-" ? """{"baseCurrency":"EUR"}""" : $$"""{"baseCurrency":"EUR","lists":{"l":{"kind":"BLOCK","member":"deviceId","entries":[{"value":"{{held}}"}]} } }""");

    private static PolicyDocument WithToggle(string isEnabled)
        => Read(isEnabled.Length == 0 ? """{"baseCurrency":"EUR"}""" : $$"""{"baseCurrency":"EUR","toggles":[{{Toggle}}{{isEnabled}} }]}""");

    private static PolicyDocument WithRate(string rate, string currency) => Read($$"""{"baseCurrency":"{{currency}}","rates":{"asOf":"2026-03-01","USD":"{{rate}}"} }""");
}
