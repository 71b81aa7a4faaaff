using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Tests.Keys;

public sealed class ObservedPaymentsTests
{
    private static readonly ReferenceKey Reference = new(XxHash64.Hash("r1"u8), "r1"u8.ToArray());
    private readonly ObservedPayments observed = new();

    [Fact]
    public void Of_OneReferenceForTwoPartitionsInTurn_KnowsBoth()
    {
        var (first, second) = (observed.Of(Reference, 1), observed.Of(Reference, 2));

        Assert.Same(first, observed.Of(Reference, 1));
        Assert.Same(second, observed.Of(Reference, 2));
        Assert.NotSame(first, second);
    }

    [Fact]
    public void End_OfADecidedPayment_ForgetsIt()
    {
        observed.Of(Reference, 1);
        observed.End(Reference, 1, isDecided: true);

        Assert.True(observed.IsEmpty);
    }

    [Fact]
    public void End_OfAPaymentThatWasNotDecided_RemembersIt()
    {
        var known = observed.Of(Reference, 1);
        observed.End(Reference, 1, isDecided: false);

        Assert.Same(known, observed.Of(Reference, 1));
    }

    [Fact]
    public void TryGet_AnotherAmountUnderTheReference_IsNotKnown()
    {
        var payment = observed.Of(Reference, 1);
        var first = new Contribution(Counts: true, Unknown: false, Number: 100, TextHash: 0, TextStart: 0, TextLength: 0);
        payment.Remember("sum", 7, first, AggregateValue.Unknown);

        Assert.True(payment.TryGet("sum", 7, first, out var value));
        Assert.Equal(AggregateValue.Unknown, value);
        Assert.False(payment.TryGet("sum", 7, first with { Number = 50_000 }, out _));
    }

    [Fact]
    public void TryGet_FirstAmountAgainBehindAnother_IsKnown()
    {
        var payment = observed.Of(Reference, 1);
        var first = new Contribution(Counts: true, Unknown: false, Number: 100, TextHash: 0, TextStart: 0, TextLength: 0);
        payment.Remember("sum", 7, first, AggregateValue.Unknown);
        payment.Remember("sum", 7, first with { Number = 50_000 }, AggregateValue.Unknown);

        Assert.True(payment.TryGet("sum", 7, first, out _));
        Assert.True(payment.TryGet("sum", 7, first with { Number = 50_000 }, out _));
        Assert.False(payment.TryGet("sum", 8, first, out _));
        Assert.False(payment.TryGet("sum", 7, first with { Number = 1 }, out _));
    }
}
