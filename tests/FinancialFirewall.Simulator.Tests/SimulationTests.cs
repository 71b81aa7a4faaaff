using System.Security.Cryptography;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Writing;

namespace FinancialFirewall.Simulator.Tests;

public sealed class SimulationTests
{
    private static readonly SimulationOptions Small = new() { Seed = 11, Customers = 200, Days = 20, FraudPerMille = 30 };

    public static TheoryData<string> Scenarios => [.. SimulationOptions.ScenarioNames];

    [Fact]
    public void Payments_FromOneSeed_AreTheSameBytesOnEveryMachine()
    {
        using var stream = new MemoryStream();
        using (var writer = PaymentWriters.Open(PaymentFormat.Ndjson, stream, []))
        {
            foreach (var payment in Run(Small with { Customers = 60, Days = 5 }))
            {
                writer.Write(payment);
            }
        }

        Assert.StartsWith("5CAA528B6D17626751C6250DB385CF58", Convert.ToHexString(SHA256.HashData(stream.ToArray())), StringComparison.Ordinal);
    }

    [Fact]
    public void Payments_EnumeratedTwice_AreTheSame() => Assert.Equal(Run(Small), Run(Small));

    [Fact]
    public void Payments_FromAnotherSeed_AreOthers()
        => Assert.Empty(Run(Small).Select(payment => payment.FromAccountNumber).Intersect(Run(Small with { Seed = 12 }).Select(payment => payment.FromAccountNumber)));

    [Fact]
    public void Payments_All_ComeInTheOrderOfTheirTimesWithRisingReferences()
    {
        var payments = Run(Small);

        Assert.All(payments.Zip(payments.Skip(1)), pair => Assert.True(pair.First.InitiatedAt <= pair.Second.InitiatedAt, pair.ToString()));
        Assert.Equal(Enumerable.Range(1, payments.Count).Select(number => $"SIM-b-{number:00000000}"), payments.Select(payment => payment.TransactionReference));
    }

    [Fact]
    public void Payments_All_AreBetweenValidAccountsForAnAmount()
    {
        foreach (var payment in Run(Small))
        {
            Assert.True(payment.AmountMinor > 0, payment.ToString());
            Assert.True(Iban.IsValid(System.Text.Encoding.ASCII.GetBytes(payment.FromAccountNumber)), payment.FromAccountNumber);
            Assert.True(Iban.IsValid(System.Text.Encoding.ASCII.GetBytes(payment.ToAccountNumber)), payment.ToAccountNumber);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    public void Payments_Fraud_HasItsShare(int perMille)
    {
        var payments = Run(Small with { Customers = 500, FraudPerMille = perMille });

        var share = 1_000.0 * payments.Count(payment => payment.IsFraud) / payments.Count(payment => !payment.IsFraud);
        Assert.InRange(share, perMille * 0.85, perMille * 1.15);
    }

    [Fact]
    public void Payments_EveryScenario_HasAboutTheSameShareOfTheFraud()
    {
        var counts = Run(Small with { Customers = 500 }).Where(payment => payment.IsFraud).CountBy(payment => payment.Scenario!).ToDictionary();

        Assert.Equal(SimulationOptions.ScenarioNames.Order(), counts.Keys.Order());
        Assert.InRange(counts.Values.Max(), counts.Values.Min(), counts.Values.Min() + 60);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Payments_OneScenario_HasNoOther(string scenario)
        => Assert.Equal([scenario], Run(Small with { Customers = 100, Scenarios = [scenario] }).Select(payment => payment.Scenario).OfType<string>().Distinct());

    [Fact]
    public void Payments_ClearingView_AreTransfersWithoutWhatOnlyABankKnows()
    {
        var payments = Run(Small with { FraudPerMille = 300, View = PaymentView.Clearing });

        Assert.NotEmpty(payments);
        Assert.All(payments, payment => Assert.Equal(
            (null, null, null, null, "CLEARING_SYSTEM"), (payment.CardToken, payment.DeviceId, payment.CustomerId, payment.Country, payment.PaymentSource)));
        Assert.Equal(
            ["ACCOUNT_TAKEOVER", "CYCLE", "MULE_FAN_IN", "MULE_FAN_OUT", "NEW_DEVICE_BURST", "PASS_THROUGH", "STRUCTURING"],
            payments.Select(payment => payment.Scenario).OfType<string>().Distinct().Order());
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("days")]
    [InlineData("fraudPerMille")]
    [InlineData("referencePrefix")]
    [InlineData("scenario")]
    public void Create_ValueThatIsNotAllowed_IsRefusedByName(string member)
    {
        var options = member switch
        {
            "customers" => Small with { Customers = SimulationOptions.MaximumCustomers + 1 },
            "days" => Small with { Days = 0 },
            "fraudPerMille" => Small with { FraudPerMille = -1 },
            "referencePrefix" => Small with { ReferencePrefix = new string('x', 21) },
            _ => Small with { Scenarios = ["CYCLES"] },
        };

        Assert.Equal([member], Simulation.Create(options).Errors.Select(error => error.Member));
    }

    private static List<SimulatedPayment> Run(SimulationOptions options) => [.. Simulation.Create(options).Value.Payments()];
}
