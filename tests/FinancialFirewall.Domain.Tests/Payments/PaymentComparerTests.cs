using FinancialFirewall.Domain.Payments;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PaymentComparerTests
{
    private const string Iban = "DE89370400440532013000";

    [Theory]
    [InlineData("", "\"initiatedAt\":\"2026-01-01T00:00:00Z\"")]
    [InlineData("\"kind\":\"PAYMENT\"", "\"paymentSource\":\"BANK_CLIENT\"")]
    [InlineData("\"toAccountNumber\":\"DE89370400440532013000\"", "\"toAccountNumber\":\"de89 3704 0044 0532 0130 00\"")]
    [InlineData("\"toAccountNumber\":\"DE89370400440532013000\"", "\"toAccountNumber\":\"DE89370400440532013000\",\"toCountry\":\"DE\"")]
    [InlineData("\"customerId\":\"\"", "\"customerId\":null")]
    [InlineData("\"metadata\":{\r\n\"a\":1}", "\"metadata\":{  \"a\":1}")]
    [InlineData("\"latitude\":48.1", "\"latitude\":48.10")]
    [InlineData("\"ipAddress\":\"::ffff:192.0.2.1\"", "\"ipAddress\":\"192.0.2.1\"")]
    public void AreSame_SameMeaning_IsTrue(string first, string second) => Expect("", first, second);

    [Theory]
    [InlineData("customerId: C -> (absent)", "\"customerId\":\"C\"", "")]
    [InlineData("initiatedAt: 2026-01-01T00:00:00Z -> 2026-01-02T00:00:00Z", "\"initiatedAt\":\"2026-01-01T00:00:00Z\"", "\"initiatedAt\":\"2026-01-02T00:00:00Z\"")]
    [InlineData("toCountry: DE -> FR", "\"toAccountNumber\":\"" + Iban + "\"", "\"toAccountNumber\":\"" + Iban + "\",\"toCountry\":\"FR\"")]
    [InlineData("toAccountNumber: " + Iban + " -> X", "\"toAccountNumber\":\"" + Iban + "\"", "\"toAccountNumber\":\"X\"")]
    [InlineData("kind: REFUND -> PAYMENT", "\"kind\":\"REFUND\"", "")]
    [InlineData("cardPresent: false -> true", "\"cardPresent\":false", "\"cardPresent\":true")]
    [InlineData("cardPresent: false -> (absent)", "\"cardPresent\":false", "")]
    [InlineData("latitude: 48.1 -> -0.000001", "\"latitude\":48.1", "\"latitude\":-0.000001")]
    [InlineData("requestedExecutionDate: 2026-03-01 -> 2026-03-02", "\"requestedExecutionDate\":\"2026-03-01\"", "\"requestedExecutionDate\":\"2026-03-02\"")]
    [InlineData("customerId: a -> b; metadata: {} -> { }", "\"customerId\":\"a\",\"metadata\":{}", "\"customerId\":\"b\",\"metadata\":{ }")]
    public void Differences_AnotherBody_NamesMembersAndBothValues(string expected, string first, string second) => Expect(expected, first, second);

    [Fact]
    public void Differences_AnotherAmountCurrencyAndAccount_AreListedInTheOrderOfMembers()
        => Assert.Equal(
            "fromAccountNumber: ACC-1 -> B; amount: 12.50 -> 13; currency: EUR -> JPY",
            Show(Read(With("")), Read("""{"transactionReference":"TX-1","amount":13,"currency":"JPY","fromAccountNumber":"B"}""")));

    private static void Expect(string expected, string first, string second)
    {
        var (one, other) = (Read(With(first)), Read(With(second)));

        Assert.Equal(expected, Show(one, other));
        Assert.Equal(expected.Length == 0, PaymentComparer.AreSame(new PackedPayment(one), new PackedPayment(other)));
        Assert.Equal(expected.Length == 0, PaymentComparer.AreSame(new PackedPayment(other), new PackedPayment(one)));
    }

    private static string Show(byte[] first, byte[] second)
        => string.Join("; ", PaymentComparer.Differences(new PackedPayment(first), new PackedPayment(second))
            .Select(difference => $"{difference.Name}: {difference.First ?? "(absent)"} -> {difference.Second ?? "(absent)"}"));
}
