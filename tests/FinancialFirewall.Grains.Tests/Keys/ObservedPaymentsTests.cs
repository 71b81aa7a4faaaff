using FinancialFirewall.Domain.Hashing;
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
}
