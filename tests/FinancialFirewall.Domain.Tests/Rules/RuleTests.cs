using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Rules;

/// <summary>The condition of each factor, in the language's own spelling, worked out by hand from the contract's table.</summary>
public sealed class RuleTests
{
    private static readonly AmountThreshold ByCurrency = new([new("EUR", 10_000m), new("JPY", 1_600_000m)]);

    private static void Check(Factor? factor, string name, int weight, string condition)
        => Assert.Equal((name, new Score(weight), condition), (factor?.Name, factor?.Weight ?? default, factor?.Condition.Print()));

    [Fact]
    public void HighAmount_Alone_IsAboveItsThreshold()
        => Check(HighAmountRule.Build(new AmountRules { HighAmountThreshold = new(10_000m) }), "highAmount", 3_000, "amount > 10000");

    [Fact]
    public void HighAmount_BesideVeryHigh_ExcludesIt()
        => Check(
            HighAmountRule.Build(new AmountRules { HighAmountThreshold = new(10m), VeryHighAmountThreshold = new(50m) }),
            "highAmount", 3_000, "amount > 10 and not amount > 50");

    [Fact]
    public void VeryHighAmount_ByCurrency_HoldsForThoseAsSent()
        => Check(
            VeryHighAmountRule.Build(new AmountRules { VeryHighAmountThreshold = ByCurrency }),
            "veryHighAmount", 5_000,
            "currency == \"EUR\" and originalAmount > 10000 or currency == \"JPY\" and originalAmount > 1600000");

    [Fact]
    public void RoundAmount_WithoutUnit_IsAMultipleOfAHundred()
        => Check(
            RoundAmountRule.Build(new AmountRules { RoundAmountRisk = true }), "roundAmount", 1_000, "originalAmount > 0 and originalAmount % 100 == 0");

    [Fact]
    public void HighDailyFrequency_Count_IsAboveItsThreshold()
        => Check(
            HighDailyFrequencyRule.Build(new FrequencyRules { DailyThreshold = 5 }), "highDailyFrequency", 2_000, "count(payments, 1d) > 5");

    [Fact]
    public void HighWeeklyFrequency_Count_IsAboveItsThreshold()
        => Check(HighWeeklyFrequencyRule.Build(new FrequencyRules { WeeklyThreshold = 5 }), "highWeeklyFrequency", 3_000, "count(payments, 7d) > 5");

    [Fact]
    public void HighDailyAmount_Sum_IsAboveItsThreshold()
        => Check(HighDailyAmountRule.Build(new FrequencyRules { DailyAmountThreshold = new(5m) }), "highDailyAmount", 2_000, "sum(amount, 1d) > 5");

    [Fact]
    public void HighWeeklyAmount_ByCurrency_SumsThatCurrencyOnly()
        => Check(
            HighWeeklyAmountRule.Build(new FrequencyRules { WeeklyAmountThreshold = new([new("EUR", 7m)]) }),
            "highWeeklyAmount", 3_000, "currency == \"EUR\" and sum(originalAmount, 7d where currency == \"EUR\") > 7");

    [Fact]
    public void HighRiskCountry_List_IsComparedWithThreeMembers()
        => Check(
            HighRiskCountryRule.Build(new LocationRules { HighRiskCountries = ["KP", "IR"] }),
            "highRiskCountry", 4_000, "country in [\"KP\", \"IR\"] or fromCountry in [\"KP\", \"IR\"] or toCountry in [\"KP\", \"IR\"]");

    [Fact]
    public void SuspiciousIp_Ranges_AreComparedWithTheAddress()
        => Check(
            SuspiciousIpRule.Build(new LocationRules { SuspiciousIpRanges = ["10.0.0.0/8"] }), "suspiciousIp", 3_000, "ipAddress in [\"10.0.0.0/8\"]");

    [Fact]
    public void OffHours_Defaults_WrapMidnight()
        => Check(
            OffHoursRule.Build(new TimeRules { OffHoursRisk = true }),
            "offHours", 1_000, "hour(initiatedAt, \"UTC\") >= 22 or hour(initiatedAt, \"UTC\") < 6");

    [Fact]
    public void OffHours_WithinADay_DoNotWrap()
        => Check(
            OffHoursRule.Build(new TimeRules { OffHoursRisk = true, OffHoursStart = 1, OffHoursEnd = 5, TimeZone = "Europe/Berlin" }),
            "offHours", 1_000, "hour(initiatedAt, \"Europe/Berlin\") >= 1 and hour(initiatedAt, \"Europe/Berlin\") < 5");

    [Fact]
    public void Weekend_Defaults_AreSaturdayAndSunday()
        => Check(WeekendRule.Build(new TimeRules { WeekendRisk = true }), "weekend", 1_000, "weekday(initiatedAt, \"UTC\") in [\"SAT\", \"SUN\"]");

    [Fact]
    public void NewAccount_OpeningUnknown_NeedsAnOlderTenant()
        => Check(
            NewAccountRule.Build(new AccountRules { NewAccountRisk = true }),
            "newAccount", 2_000, "accountAge < 30d and (exists(fromAccountOpenedAt) or tenantAge >= 30d)");

    [Fact]
    public void CrossBorder_Countries_Differ()
        => Check(CrossBorderRule.Build(new AccountRules { CrossBorderRisk = true }), "crossBorder", 3_000, "fromCountry != toCountry");

    [Fact]
    public void NewDevice_Variable_IsAsked()
        => Check(NewDeviceRule.Build(new DeviceRules { NewDeviceRisk = true }), "newDevice", 2_000, "deviceIsNew");

    [Fact]
    public void SuspiciousUserAgent_Parts_IgnoreCase()
        => Check(
            SuspiciousUserAgentRule.Build(new DeviceRules { SuspiciousUserAgents = ["bot", "curl"] }),
            "suspiciousUserAgent", 3_000, "containsIgnoreCase(userAgent, \"bot\") or containsIgnoreCase(userAgent, \"curl\")");

    [Fact]
    public void SuspiciousReference_Patterns_MatchTheReference()
        => Check(
            SuspiciousReferenceRule.Build(new PatternRules { SuspiciousReferencePatterns = ["A+"] }),
            "suspiciousReference", 2_000, "transactionReference matches \"A+\"");

    [Fact]
    public void SuspiciousDescription_Patterns_MatchTheDescription()
        => Check(
            SuspiciousDescriptionRule.Build(new PatternRules { SuspiciousDescriptionPatterns = ["A+"] }),
            "suspiciousDescription", 2_000, "description matches \"A+\"");

    [Fact]
    public void Build_EverythingSwitchedOff_HasNoFactors()
    {
        var rules = new RiskRules
        {
            AmountRules = new() { RoundAmountRisk = false },
            FrequencyRules = new(),
            LocationRules = new() { HighRiskCountries = [], SuspiciousIpRanges = [] },
            TimeRules = new() { OffHoursRisk = false },
            AccountRules = new(),
            DeviceRules = new() { SuspiciousUserAgents = [] },
            PatternRules = new() { SuspiciousReferencePatterns = [] },
        };

        Assert.Empty(RuleFamilies.Build(rules).Value);
        Assert.Empty(RuleFamilies.Build(new RiskRules()).Value);
    }

    [Fact]
    public void Build_Everything_KeepsTheTablesOrderAndTheWeights()
    {
        var rules = new RiskRules
        {
            AmountRules = new() { HighAmountThreshold = new(1m), VeryHighAmountThreshold = new(2m), RoundAmountRisk = true },
            FrequencyRules = new() { DailyThreshold = 1, WeeklyThreshold = 1, DailyAmountThreshold = new(1m), WeeklyAmountThreshold = new(1m) },
            LocationRules = new() { HighRiskCountries = ["KP"], SuspiciousIpRanges = ["10.0.0.0/8"] },
            TimeRules = new() { OffHoursRisk = true, WeekendRisk = true },
            AccountRules = new() { NewAccountRisk = true, CrossBorderRisk = true },
            DeviceRules = new() { NewDeviceRisk = true, SuspiciousUserAgents = ["x"] },
            PatternRules = new() { SuspiciousReferencePatterns = ["x"], SuspiciousDescriptionPatterns = ["x"] },
            CustomRules = [new("own", "${amount} > 1", new Score(10)), new("off", "amount > 2", new Score(10), Enabled: false)],
            Weights = [new("crossBorder", new Score(1)), new("own", new Score(20))],
        };

        var factors = RuleFamilies.Build(rules).Value;

        Assert.Equal([.. FamilyFactors.Names, "own"], factors.Select(factor => factor.Name), StringComparer.Ordinal);
        Assert.Equal(
            [3_000, 5_000, 1_000, 2_000, 3_000, 2_000, 3_000, 4_000, 3_000, 1_000, 1_000, 2_000, 1, 2_000, 3_000, 2_000, 2_000, 20],
            factors.Select(factor => factor.Weight.TenThousandths));
        Assert.Equal("own", Assert.Single(RuleFamilies.BuildCustom(rules).Value).Name);
    }

    [Fact]
    public void Build_BrokenCustomRules_AreAllReportedWithTheirPlace()
    {
        var rules = new RiskRules
        {
            CustomRules = [new("a", "amount >", default), new("b", "amount > 1", default), new("c", "country in @nowhere", default, Enabled: false)],
        };

        var errors = RuleFamilies.Build(rules, "/configurations/3/riskRules", ["somewhere"]).Errors;

        Assert.Equal(
            ["/configurations/3/riskRules/customRules/0/expression", "/configurations/3/riskRules/customRules/2/expression"],
            errors.Select(error => error.Member),
            StringComparer.Ordinal);
    }
}
