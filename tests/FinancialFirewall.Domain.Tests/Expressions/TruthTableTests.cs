using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>A payment of 12.50 USD from DE with no rate: <c>amount</c> is unknown, <c>toCountry</c>, <c>deviceId</c> and <c>cardPresent</c> are absent.</summary>
public sealed class TruthTableTests
{
    [Theory]
    [InlineData("country == 'DE'", Truth.True)]
    [InlineData("country != 'DE'", Truth.False)]
    [InlineData("toCountry == 'DE'", Truth.False)]
    [InlineData("toCountry != 'DE'", Truth.False)]
    [InlineData("not toCountry == 'DE'", Truth.True)]
    [InlineData("toCountry in ['DE']", Truth.False)]
    [InlineData("toCountry matches '.*'", Truth.False)]
    [InlineData("toCountry contains ''", Truth.False)]
    [InlineData("containsIgnoreCase(toCountry, '')", Truth.False)]
    [InlineData("fromAccountOpenedAt < assessedAt", Truth.False)]
    [InlineData("assessedAt - fromAccountOpenedAt >= 0s", Truth.False)]
    [InlineData("hour(fromAccountOpenedAt, 'UTC') >= 0", Truth.False)]
    [InlineData("latitude * 0 == 0", Truth.False)]
    [InlineData("cardPresent", Truth.False)]
    [InlineData("cardPresent != true", Truth.False)]
    [InlineData("not cardPresent", Truth.True)]
    [InlineData("exists(toCountry)", Truth.False)]
    [InlineData("exists(country)", Truth.True)]
    [InlineData("exists(amount)", Truth.True)]
    [InlineData("exists(accountAge)", Truth.False)]
    [InlineData("accountAge >= 0s", Truth.False)]
    [InlineData("originalAmount == 12.5", Truth.True)]
    [InlineData("amount > 10", Truth.Unknown)]
    [InlineData("10 < amount", Truth.Unknown)]
    [InlineData("not amount > 10", Truth.Unknown)]
    [InlineData("amount > 10 and false", Truth.False)]
    [InlineData("false and amount > 10", Truth.False)]
    [InlineData("amount > 10 and true", Truth.Unknown)]
    [InlineData("amount > 10 or true", Truth.True)]
    [InlineData("true or amount > 10", Truth.True)]
    [InlineData("amount > 10 or false", Truth.Unknown)]
    [InlineData("amount in [1, 2]", Truth.Unknown)]
    [InlineData("(amount > 10) == true", Truth.Unknown)]
    [InlineData("amount > latitude", Truth.False)]
    [InlineData("originalAmount between 13 and amount", Truth.False)]
    [InlineData("originalAmount between 12 and amount", Truth.Unknown)]
    [InlineData("originalAmount / 0 == 1", Truth.Unknown)]
    [InlineData("originalAmount % 0 == 1", Truth.Unknown)]
    [InlineData("originalAmount * 9999999999999999999999999999 > 1", Truth.Unknown)]
    [InlineData("assessedAt + 36500d + 36500d > assessedAt", Truth.True)]
    [InlineData("originalAmount / 8 == 1.5625", Truth.True)]
    [InlineData("originalAmount % 5 == 2.5", Truth.True)]
    [InlineData("-originalAmount < -12.49999", Truth.True)]
    public void Compile_AbsentAndUnknownValues_GiveWhatTheLanguageSays(string text, Truth truth)
    {
        var bytes = new PackedPaymentBuilder().Amount(1_250).Currency().Text(PaymentMember.Country, "DE").Build();
        var now = new Instant(1_772_323_200L * Instant.MicrosecondsPerSecond);
        var frame = new EvaluationFrame { TenantSince = now, AccountFirstSeen = now };
        frame.Load(bytes, 0, bytes.Length, now);
        frame.SetCurrency("USD", 2);

        var condition = ExpressionCompiler.Compile(ExpressionParser.Parse(text).Value, new(2, static _ => 0, static _ => 0));

        Assert.Equal(truth, condition(frame));
    }

    [Fact]
    public void Of_WhatAConditionNames_IsInOrderOfAppearanceAndOnce()
    {
        var tree = ExpressionParser.Parse(
            "amount > 5 and (country in @b or riskScore > 0.1 and sum(amount, 1h where country in @a and hour(initiatedAt, 'UTC') > 1) > amount) and country != 'x'").Value;

        Assert.Equal(
            ["amount", "country", "riskScore", "sum(amount, 1h where country in @a and hour(initiatedAt, \"UTC\") > 1)"],
            ExpressionLeaves.Of(tree).Select(static leaf => leaf.Print()),
            StringComparer.Ordinal);
        Assert.Equal(["b", "a"], ExpressionLeaves.ListNames(tree), StringComparer.Ordinal);
        Assert.Same(ZoneRules.Utc, Assert.Single(ExpressionLeaves.Zones(tree)));
    }
}
