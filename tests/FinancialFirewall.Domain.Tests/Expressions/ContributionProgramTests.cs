using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class ContributionProgramTests
{
    private static readonly Instant Now = new(1_772_323_200L * Instant.MicrosecondsPerSecond);

    [Theory]
    [InlineData("count(payments, 1h)", 1)]
    [InlineData("count(payments, 1h where amount > 500)", 1)]
    [InlineData("sum(amount, 1h)", 50_001)]
    [InlineData("sum(originalAmount, 1h)", 700_000)]
    [InlineData("max(latitude, 1h)", -1_500_000)]
    [InlineData("last(initiatedAt, 1h)", 1_772_323_200_000_000)]
    [InlineData("last(requestedExecutionDate, 1h)", 86_400_000_000)]
    [InlineData("distinct(currency, 1h)", 0x4A5059)]
    [InlineData("distinct(kind, 1h)", 2)]
    [InlineData("distinct(paymentSource, 1h)", 1)]
    [InlineData("last(cardPresent, 1h)", 1)]
    public void Of_AMemberThatIsThere_CountsInTheFormThatHistoriesKeep(string aggregate, long number)
        => Assert.Equal(new Contribution(Counts: true, Unknown: false, number, 0, 0, 0), Contribution(aggregate, Frame()));

    [Theory]
    [InlineData("distinct(deviceId, 1h)")]
    [InlineData("last(deviceId, 1h)")]
    public void Of_AText_NamesItsPlaceAndHash(string aggregate)
    {
        var frame = Frame();
        var contribution = Contribution(aggregate, frame);

        Assert.Equal(new Contribution(Counts: true, Unknown: false, 0, XxHash64.Hash("device-7"u8), contribution.TextStart, 8), contribution);
        Assert.Equal("device-7"u8.ToArray(), frame.Payment.Bytes.Slice(contribution.TextStart, contribution.TextLength).ToArray());
    }

    [Theory]
    [InlineData("sum(longitude, 1h)")]
    [InlineData("last(merchantId, 1h)")]
    [InlineData("last(fromAccountOpenedAt, 1h)")]
    [InlineData("count(payments, 1h where amount > 501)")]
    [InlineData("count(payments, 1h where exists(merchantId))")]
    public void Of_AMemberThatIsAbsentOrAPaymentThatIsFilteredOut_AddsNothing(string aggregate)
        => Assert.Equal(default, Contribution(aggregate, Frame()));

    [Theory]
    [InlineData("sum(amount, 1h)", true)]
    [InlineData("count(payments, 1h where amount > 500)", true)]
    [InlineData("sum(latitude, 1h where amount > 500)", true)]
    [InlineData("sum(longitude, 1h where amount > 500)", false)]
    [InlineData("sum(amount, 1h where kind == 'PAYMENT')", false)]
    [InlineData("count(payments, 1h)", null)]
    public void Of_AnAmountWithoutARate_IsUnknownWhereItMatters(string aggregate, bool? unknown)
    {
        var frame = Frame();
        frame.HasBaseAmount = false;

        var contribution = Contribution(aggregate, frame);

        Assert.Equal((unknown is null, unknown is true), (contribution.Counts, contribution.Unknown));
    }

    [Theory]
    [InlineData("count(payments, 1h)", true)]
    [InlineData("sum(amount, 1h)", true)]
    [InlineData("distinct(deviceId, 1h)", true)]
    [InlineData("distinct(merchantId, 1h)", false)]
    [InlineData("sum(latitude, 1h)", false)]
    [InlineData("count(payments, 1h where amount > 500)", false)]
    public void TryWrite_WhatPoliciesMostlyTake_IsTheShortWay(string aggregate, bool isShort)
    {
        Contribution written = default;
        Assert.Equal(isShort, Program(aggregate).TryWrite(Frame(), ref written));
    }

    [Fact]
    public void SeriesId_AggregatesThatDifferInFunctionAndWindowOnly_IsTheSame()
    {
        var aggregates = new[] { "sum(amount by card, 24h where country == 'FR') > 0", "average(amount by card, 7d where country==\"FR\") > 0" }
            .Select(static text => ExpressionLeaves.Aggregates(ExpressionParser.Parse(text).Value)[0]).ToArray();

        Assert.Equal("amount by card where country == \"FR\"", aggregates[0].SeriesId);
        Assert.Equal(aggregates[0].SeriesId, aggregates[1].SeriesId);
        Assert.Equal("sum(amount by card, 1d where country == \"FR\")", aggregates[0].Id);
        Assert.Equal((AggregateKey.Card, 86_400, ArgumentForm.BaseAmount), (aggregates[0].Key, aggregates[0].WindowSeconds, aggregates[0].Form));
    }

    private static Contribution Contribution(string text, EvaluationFrame frame)
    {
        var program = Program(text);
        var contribution = program.Of(frame);

        // The short way says the same wherever it says anything, whatever stood there before.
        var written = new Contribution(Counts: false, Unknown: true, -7, 7, 7, 7);
        Assert.Equal(program.TryWrite(frame, ref written) ? contribution : new(Counts: false, Unknown: true, -7, 7, 7, 7), written);
        return contribution;
    }

    private static ContributionProgram Program(string text)
    {
        var aggregate = ExpressionLeaves.Aggregates(ExpressionParser.Parse($"exists({text})").Value)[0];
        return ContributionProgram.Compile(aggregate, new(2, static _ => throw new InvalidOperationException(), static name => throw new InvalidOperationException(name)));
    }

    private static EvaluationFrame Frame()
    {
        var bytes = new PackedPaymentBuilder().Amount(70).Currency().Kind(PaymentKind.Refund).Source(PaymentSource.BankClient).CardPresent(value: true)
            .Latitude(-1_500_000).InitiatedAt(Now).RequestedExecutionDay(1).Text(PaymentMember.Country, "FR").Text(PaymentMember.DeviceId, "device-7").Build();
        var frame = new EvaluationFrame();
        frame.Load([0, .. bytes], 1, bytes.Length, Now);
        frame.SetCurrency("JPY", 0);
        frame.HasBaseAmount = true;
        frame.BaseAmountMinor = 50_001;
        return frame;
    }
}
