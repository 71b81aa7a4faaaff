using System.Text;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class ConfigurationBodyTests
{
    [Fact]
    public void Read_SeveralMistakes_NamesAllWithTheirPlacesAndCarets()
    {
        const string Body = """
            {"configurationName":"x","priority":0,"riskRules":{"customRules":[{"name":"a","expression":"amount >> 1","weight":0.1},{"name":"b","weight":0.1}]},
             "decisionCriteria":{"autoReject":{"condition_x":"riskScore > \n colour"}}}
            """;

        var errors = ConfigurationBody.Read(Encoding.UTF8.GetBytes(Body)).Errors;

        Assert.Equal(
            [
                "EXPRESSION_INVALID /decisionCriteria/autoReject/condition_x", "EXPRESSION_INVALID /riskRules/customRules/0/expression",
                "MEMBER_MISSING /riskRules/customRules/1/expression", "VALUE_OUT_OF_RANGE /priority",
            ],
            errors.Select(static error => $"{error.Code} {error.Member}").Order(StringComparer.Ordinal));
        Assert.StartsWith("Line 1, column 9: ", errors.Single(static error => error.Member.EndsWith("0/expression", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        var second = errors.Single(static error => error.Member.EndsWith("condition_x", StringComparison.Ordinal)).Message;
        Assert.StartsWith("Line 2, column 2: ", second, StringComparison.Ordinal);
        Assert.EndsWith("\n colour\n ^^^^^^", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "TYPE_WRONG")]
    [InlineData("{", "JSON_MALFORMED")]
    public void Read_NoObject_SaysSo(string body, string code) => Assert.Equal(code, Assert.Single(ConfigurationBody.Read(Encoding.UTF8.GetBytes(body)).Errors).Code);
}
