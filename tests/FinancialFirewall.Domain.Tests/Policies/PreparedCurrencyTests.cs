using System.Text;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class PreparedCurrencyTests
{
    private readonly PolicyBench bench = new(PolicyCompiler.Compile(DemoPolicy.Document, 7, PolicyBench.Tenant, PolicyBench.Start).Value);

    [Fact]
    public void Prepare_CurrenciesThatChange_EachPaymentHasItsOwn()
    {
        foreach (var (code, decimals) in ((string, int)[])[("EUR", 2), ("EUR", 2), ("JPY", 0), ("EUR", 2), ("JPY", 0), ("JPY", 0), ("USD", 2)])
        {
            bench.Assess($"\"currency\": \"{code}\"");
            AssertCurrency(code, decimals);
        }
    }

    // The letters of the frame are those of the yen then, although its payment before was in euros.
    [Fact]
    public void Prepare_AfterAnotherCurrencyWasSet_HasThePaymentsOwn()
    {
        bench.Assess("\"currency\": \"EUR\"");
        bench.Frame.SetCurrency("JPY", 0);

        bench.Assess("\"currency\": \"EUR\"");

        AssertCurrency("EUR", 2);
    }

    private void AssertCurrency(string code, int decimals)
    {
        Assert.Equal(decimals, bench.Frame.CurrencyDecimals);
        Assert.Equal(code, Encoding.ASCII.GetString(bench.Frame.CurrencyCode.Span));
    }
}
