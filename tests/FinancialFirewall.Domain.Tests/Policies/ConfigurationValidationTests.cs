using System.Text;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class ConfigurationValidationTests
{
    private static readonly Guid Present = Guid.Parse("11111111-2222-4333-8444-555555555555");

    private static readonly PolicyDocument Policy = PolicyDocumentReader.Read("""
        {
          "baseCurrency": "EUR",
          "configurations": [
            {"id": "11111111-2222-4333-8444-555555555555", "configurationName": "cards", "paymentType": "CARD", "priority": 5,
             "bankFraudApiConfig": {"apiUrl": "https://engine.example/score", "authentication": {"type": "BEARER_TOKEN", "bearerToken": "hunter2"}}},
            {"id": "21111111-2222-4333-8444-555555555555", "configurationName": "all", "priority": 3}
          ],
          "lists": {"watched": {"kind": "WATCH", "entries": []}}
        }
        """u8).Value;

    [Fact]
    public void Check_WhatIsRight_FindsNothing()
    {
        var findings = Check("""{"configurationName": "new", "priority": 1, "riskRules": {"customRules": [{"name": "own", "expression": "toAccountNumber in @watched", "weight": 1}]}}""");

        Assert.True(findings.IsValid);
        Assert.Empty(findings.Warnings);
    }

    [Fact]
    public void Check_SeveralMistakes_AreAllSaidWithTheirPlaces()
    {
        var findings = Check("""{"configurationName": "new", "priority": 0, "riskRules": {"customRules": [{"name": "own", "expression": "toAccountNumber in @nobody", "weight": 2}]}}""");

        Assert.Equal(
            ["/priority", "/riskRules/customRules/0/expression", "/riskRules/customRules/0/weight"],
            findings.Errors.Select(static error => error.Member).Order(StringComparer.Ordinal));
        Assert.Empty(findings.Warnings);
    }

    [Fact]
    public void Check_WhatIsNoObject_IsSaid() => Assert.Equal("", Assert.Single(Check("[]").Errors).Member);

    [Fact]
    public void Check_WhatIsNoJson_IsSaid() => Assert.NotEmpty(Check("{").Errors);

    [Theory]
    [InlineData("https://engine.example/other", true)]
    [InlineData("https://elsewhere.example/score", false)]
    public void Check_AMaskOfASecret_StandsForItWhereTheHostIsTheSame(string address, bool isValid)
    {
        var findings = Check(
            $$$$"""{"configurationName": "cards", "paymentType": "CARD", "bankFraudApiConfig": {"apiUrl": "{{{{address}}}}", "authentication": {"type": "BEARER_TOKEN", "bearerToken": "********"}}}""", Present);

        Assert.Equal(isValid, findings.IsValid);
        Assert.Equal(isValid ? [] : ["/bankFraudApiConfig/authentication/bearerToken"], findings.Errors.Select(static error => error.Member));
    }

    [Fact]
    public void Check_OneThatAnotherGoesBefore_Warns()
    {
        var warning = Assert.Single(Check("""{"configurationName": "late", "paymentType": "CARD", "priority": 4}""").Warnings);

        Assert.Equal(("CONFIGURATION_NEVER_APPLIES", ""), (warning.Code, warning.Pointer));
        Assert.Contains("'all'", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("11111111-2222-4333-8444-555555555555", "CONFIGURATION_NEVER_APPLIES")]
    public void Check_OneOfTheSameRank_GoesBeforeOthersWhereItIsNew(string? replaced, string codes)
    {
        // What it replaces was written before "all", which is newer and therefore decides.
        var findings = Check("""{"configurationName": "same", "priority": 3}""", replaced is null ? null : Guid.Parse(replaced));

        Assert.Equal(codes, string.Join(' ', findings.Warnings.Select(static warning => warning.Code)));
    }

    [Fact]
    public void Check_AThresholdThatNeverDecides_WarnsBesideIt()
    {
        var warning = Assert.Single(Check("""{"configurationName": "new", "priority": 1, "riskRules": {"amountRules": {"highAmountThreshold": 5}}, "thresholds": {"rejectThreshold": 0.9}}""").Warnings);

        Assert.Equal(("THRESHOLD_NEVER_DECIDES", "/thresholds/rejectThreshold"), (warning.Code, warning.Pointer));
    }

    private static ConfigurationFindings Check(string json, Guid? replaced = null) => ConfigurationValidation.Check(Encoding.UTF8.GetBytes(json), replaced, Policy);
}
