using System.Text;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class ApprovalRuleTests
{
    private const string Off = """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":false,"disabledReason":"drill"}""";
    private const string On = """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":true}""";
    private const string OnAlready = """{"id":"00000000-0000-8000-8000-000000000002","isEnabled":true,"createdAt":"2026-01-01T00:00:00Z"}""";

    [Theory]
    [InlineData("", "", false)]
    [InlineData("", On, false)]
    [InlineData(Off, On, false)]
    [InlineData(Off, "", false)]
    [InlineData(Off + "," + OnAlready, OnAlready, false)]
    [InlineData(On, """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":true,"enabledReason":"said why"}""", false)]
    [InlineData("", """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":false,"isActive":false}""", false)]
    [InlineData("", Off, true)]
    [InlineData(On, Off, true)]
    [InlineData(On, "", true)]
    [InlineData(On, """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":true,"effectiveUntil":"2020-01-01T00:00:00Z"}""", true)]
    [InlineData(On, """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":true,"isActive":false}""", true)]
    [InlineData(Off, """{"id":"00000000-0000-8000-8000-000000000001","isEnabled":false,"disabledReason":"drill"}""", true)]
    [InlineData(Off, """{"id":"00000000-0000-8000-8000-000000000001","paymentType":"CARD","isEnabled":false,"priority":1}""", true)]
    public void IsNeeded_Toggles_OnlyWhereACheckCouldBeOffThatWasOn(string before, string after, bool isNeeded)
        => Assert.Equal(isNeeded, ApprovalRule.IsNeeded(Policy($"\"toggles\":[{before}]"), Policy($"\"toggles\":[{after}]")));

    [Theory]
    [InlineData("""
        "entries":[]
        """, """
        "entries":[{"value":"A"}]
        """, false)]
    [InlineData("""
        "entries":[{"value":"A"}]
        """, """
        "content":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        """, false)]
    [InlineData("""
        "entries":[]
        """, """
        "mandatory":true,"entries":[]
        """, true)]
    public void IsNeeded_Lists_WhatTheyDoAndNotWhatTheyHold(string before, string after, bool isNeeded)
    {
        static PolicyDocument WithList(string members) => Policy($$"""
            "lists":{"x":{"kind":"BLOCK","member":"fromAccountNumber",{{members}} } }
            """);
        Assert.Equal(isNeeded, ApprovalRule.IsNeeded(WithList(before), WithList(after)));
    }

    [Theory]
    [InlineData("""
        "configurations":[{"configurationName":"x"}]
        """)]
    [InlineData("""
        "lists":{"x":{"kind":"WATCH","entries":[]}}
        """)]
    [InlineData("""
        "rates":{"asOf":"2026-03-01","USD":"1.1"}
        """)]
    public void IsNeeded_AnythingElse_Always(string member) => Assert.True(ApprovalRule.IsNeeded(Policy("\"toggles\":[]"), Policy(member)));

    private static PolicyDocument Policy(string members) => PolicyDocumentReader.Read(Encoding.UTF8.GetBytes($$"""{"baseCurrency":"EUR",{{members}}}""")).Value;
}
