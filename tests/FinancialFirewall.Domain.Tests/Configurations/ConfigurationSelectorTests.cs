using System.Globalization;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tests.Toggles;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Tests.Configurations;

public sealed class ConfigurationSelectorTests
{
    private static readonly ConfigurationContext Context = new(PaymentSource.BankClient, new ToggleContext("SEPA", "INST", "RT1"));
    private static readonly string?[] Names = [null, "A", "B"];

    private static RiskConfiguration Make(byte id) => new()
    {
        Id = new Guid(id, 0, 0, new byte[8]), ConfigurationName = $"c{id}", CreatedAt = default, UpdatedAt = default,
    };

    private static ConfigurationLossReason OnlyLoss(RiskConfiguration winner, RiskConfiguration loser)
    {
        var selection = ConfigurationSelector.Select([loser, winner], Context);
        Assert.Same(winner, selection.Winner);
        Assert.Equal(1, new ConfigurationTable([loser, winner]).Find(new(PackedContext.Pack(Context.Scope, Context.PaymentSource))));
        return Assert.Single(selection.Losers).Reason;
    }

    [Fact]
    public void Select_NoneApplies_HasNoWinner()
    {
        var configurations = new[] { Make(1) with { PaymentSource = ConfiguredPaymentSource.ClearingSystem }, Make(2) with { IsEnabled = false } };

        var selection = ConfigurationSelector.Select(configurations, Context);

        Assert.Null(selection.Winner);
        Assert.Equal(
            ["It is for payment source 'CLEARING_SYSTEM', not 'BANK_CLIENT'.", "It is not enabled."],
            selection.Losers.Select(loss => loss.Sentence),
            StringComparer.Ordinal);
        Assert.Equal(-1, new ConfigurationTable(configurations).Find(new(PackedContext.Pack(Context.Scope))));
    }

    [Fact]
    public void Select_LowestPriorityNumber_GoesBeforeTheDeeperLevel()
        => Assert.Equal(ConfigurationLossReason.LowerPriority, OnlyLoss(Make(9), Make(1) with { Priority = 2, PaymentType = "SEPA" }));

    [Fact]
    public void Select_DeeperLevel_GoesBeforeTheExactSource()
        => Assert.Equal(
            ConfigurationLossReason.LessSpecific,
            OnlyLoss(Make(9) with { PaymentType = "SEPA" }, Make(1) with { PaymentSource = ConfiguredPaymentSource.BankClient }));

    [Fact]
    public void Select_ExactSource_GoesBeforeTheNewest()
        => Assert.Equal(
            ConfigurationLossReason.SourceNotExact,
            OnlyLoss(Make(9) with { PaymentSource = ConfiguredPaymentSource.BankClient }, Make(1) with { CreatedAt = new Instant(5) }));

    [Fact]
    public void Select_Newest_GoesBeforeTheLowerId()
        => Assert.Equal(ConfigurationLossReason.Older, OnlyLoss(Make(9) with { CreatedAt = new Instant(5) }, Make(1)));

    [Fact]
    public void Select_EverythingEqual_TheLowerIdDecides()
        => Assert.Equal(ConfigurationLossReason.HigherId, OnlyLoss(Make(1), Make(9)));

    [Fact]
    public void Select_RandomConfigurationsAndPayments_AgreeWithTheOracleAndTheTable()
    {
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20_260_302;
        var random = new Random(seed);
        for (var run = 0; run < 1_000; run++)
        {
            var configurations = Enumerable.Range(0, random.Next(0, 20)).Select(i => Random(random, (byte)i)).ToList();
            var table = new ConfigurationTable(configurations);
            for (var i = 0; i < 50; i++)
            {
                var context = new ConfigurationContext((PaymentSource)random.Next(1, 3), new ToggleContext(Pick(random), Pick(random), Pick(random)));
                var expected = Oracle(configurations, context);

                var found = table.Find(new(PackedContext.Pack(context.Scope, context.PaymentSource)));

                Assert.True(ReferenceEquals(expected, ConfigurationSelector.Select(configurations, context).Winner), $"Selector, seed {seed}, run {run}");
                Assert.True(ReferenceEquals(expected, found < 0 ? null : configurations[found]), $"Table, seed {seed}, run {run}");
            }
        }
    }

    private static RiskConfiguration? Oracle(List<RiskConfiguration> all, ConfigurationContext context)
    {
        var applicable = all.Where(one => one.IsEnabled
            && (one.PaymentSource == ConfiguredPaymentSource.Both || Same(one.PaymentSource.ToString(), context.PaymentSource.ToString()))
            && Same(one.PaymentType ?? context.Scope.PaymentType, context.Scope.PaymentType)
            && Same(one.LocalInstrumentationCode ?? context.Scope.LocalInstrumentationCode, context.Scope.LocalInstrumentationCode)
            && Same(one.ClearingSystemCode ?? context.Scope.ClearingSystemCode, context.Scope.ClearingSystemCode));
        return applicable
            .OrderBy(one => one.Priority)
            .ThenByDescending(one => one.ClearingSystemCode is not null ? 3 : one.LocalInstrumentationCode is not null ? 2 : one.PaymentType is not null ? 1 : 0)
            .ThenBy(one => one.PaymentSource == ConfiguredPaymentSource.Both ? 1 : 0)
            .ThenByDescending(one => one.CreatedAt.UnixMicroseconds)
            .ThenBy(one => one.Id)
            .FirstOrDefault();
    }

    private static RiskConfiguration Random(Random random, byte id) => Make(id) with
    {
        PaymentSource = (ConfiguredPaymentSource)random.Next(1, 4),
        PaymentType = Pick(random),
        LocalInstrumentationCode = Pick(random),
        ClearingSystemCode = Pick(random),
        Priority = random.Next(1, 4),
        CreatedAt = new Instant(random.Next(3)),
        IsEnabled = random.Next(5) > 0,
    };

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static string? Pick(Random random) => Names[random.Next(Names.Length)];
}
