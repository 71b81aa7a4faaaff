using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class PolicyValidationTests
{
    [Fact]
    public void Check_MistakesInMembersAndConditions_NamesBothAtOnce()
    {
        var findings = Check("""
            {"baseCurrency":"EUR","toggles":[{"isEnabled":true,"priority":0}],
             "configurations":[{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"country in @missing","weight":0.1}]}}]}
            """);

        Assert.False(findings.IsValid);
        Assert.Equal(
            ["EXPRESSION_INVALID /configurations/0/riskRules/customRules/0/expression", "VALUE_OUT_OF_RANGE /toggles/0/priority"],
            findings.Errors.Select(static error => $"{error.Code} {error.Member}").Order(StringComparer.Ordinal));
        Assert.Equal("", findings.Hash);
    }

    [Fact]
    public void Check_WhatCanNeverDecide_IsAWarning()
    {
        var findings = Check("""{"baseCurrency":"EUR","configurations":[{"configurationName":"x","priority":1},{"configurationName":"y","priority":2}]}""");

        Assert.True(findings.IsValid);
        Assert.Equal(64, findings.Hash.Length);
        Assert.Equal(("CONFIGURATION_NEVER_APPLIES", "/configurations/1"), findings.Warnings.Select(static warning => (warning.Code, warning.Pointer)).First());
    }

    private static PolicyFindings Check(string policy) => PolicyValidation.Check(Encoding.UTF8.GetBytes(policy), present: null, new TenantId("acme"));
}
