using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class DemoPolicyTests
{
    [Fact]
    public void Utf8_WrittenAgain_IsTheSameBytes()
        => Assert.Equal(Encoding.UTF8.GetString(DemoPolicy.Utf8.Span), Encoding.UTF8.GetString(PolicyDocumentWriter.Write(DemoPolicy.Document)));

    [Fact]
    public void Document_ItsRules_AreTwentyFactorsOverSixWindows()
    {
        var lists = DemoPolicy.Document.Lists.Select(list => list.Name).ToList();

        var factors = RuleFamilies.Build(Assert.Single(DemoPolicy.Document.Configurations).RiskRules!, "", lists).Value;

        Assert.Equal(20, factors.Count);
        var windows = factors.SelectMany(factor => ExpressionLeaves.Of(factor.Condition)).OfType<AggregateExpression>().Select(leaf => leaf.Id).Distinct(StringComparer.Ordinal);
        Assert.Equal(
            ["count(payments, 1d)", "count(payments, 7d)", "sum(amount, 1d)", "sum(amount, 7d)", "count(payments, 10m)", "distinct(toAccountNumber, 1d)"],
            windows,
            StringComparer.Ordinal);
    }

    [Fact]
    public void Document_AHighAmountAlone_ReachesManualReview()
    {
        var configuration = DemoPolicy.Document.Configurations[0];
        var factors = RuleFamilies.Build(configuration.RiskRules!).Value;

        var highAmount = Assert.Single(factors, factor => factor.Name is "highAmount");

        Assert.Equal(new Score(6_000), highAmount.Weight);
        Assert.True(highAmount.Weight >= configuration.Thresholds!.ManualReviewThreshold!.Value);
        Assert.Equal("amount > 10000 and not amount > 50000", highAmount.Condition.Print());
    }

    [Fact]
    public void Document_NightAndWeekendAndRoundAmountAlone_StayApproved()
    {
        var configuration = DemoPolicy.Document.Configurations[0];
        var factors = RuleFamilies.Build(configuration.RiskRules!).Value;

        var sum = factors.Where(factor => factor.Name is "roundAmount" or "offHours" or "weekend" or "newAccount").Sum(factor => factor.Weight.TenThousandths);

        Assert.Equal(2_500, sum);
        Assert.True(new Score(sum) <= configuration.Thresholds!.ApproveThreshold!.Value);
    }
}
