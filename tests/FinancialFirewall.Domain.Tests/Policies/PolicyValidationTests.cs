using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class PolicyValidationTests
{
    [Fact]
    public void Check_MistakesInMembersAndConditions_NamesBothAtOnce()
    {
        var found = Check("""
            {"baseCurrency":"EUR","toggles":[{"isEnabled":true,"priority":0}],
             "configurations":[{"configurationName":"x","riskRules":{"customRules":[{"name":"a","expression":"country in @missing","weight":0.1}]}}]}
            """);

        Assert.Equal(
            ["EXPRESSION_INVALID /configurations/0/riskRules/customRules/0/expression", "VALUE_OUT_OF_RANGE /toggles/0/priority"],
            found.Errors.Select(static error => $"{error.Code} {error.Member}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Check_SoundFile_IsThePolicy()
        => Assert.Equal("x", Assert.Single(Check("""{"baseCurrency":"EUR","configurations":[{"configurationName":"x"}]}""").Value.Configurations).ConfigurationName);

    private static Result<PolicyDocument> Check(string policy) => PolicyValidation.Check(Encoding.UTF8.GetBytes(policy), present: null);
}
