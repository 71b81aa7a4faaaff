using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PaymentReaderTests
{
    [Fact]
    public void TryRead_RequiredMembersOnly_HasThemAndTheDefaults()
    {
        var payment = new PackedPayment(Read(With("")));

        Assert.Equal("TX-1"u8, payment.Text(PaymentMember.TransactionReference));
        Assert.Equal("ACC-1"u8, payment.Text(PaymentMember.FromAccountNumber));
        Assert.Equal((1250L, (ushort)978), (payment.AmountMinor, payment.CurrencyNumber));
        Assert.Equal((PaymentKind.Payment, PaymentSource.BankClient), (payment.Kind, payment.Source));
        Assert.Equal((Arrival, PackedPaymentFlags.InitiatedAtDefaulted), (payment.InitiatedAt, payment.Flags));
        Assert.Equal((XxHash64.Hash("TX-1"u8), XxHash64.Hash("ACC-1"u8)), (payment.ReferenceHash, payment.AccountHash));
        Assert.Equal(0b_1_0000_0000_0000_0000_0000_0000_0000_1000_0001_1111UL, payment.Presence);
        Assert.Equal(72 + 4 + 9, payment.Bytes.Length);
    }

    [Fact]
    public void TryRead_EveryMember_KeepsEachOne()
    {
        var packed = Read(With("""
            "kind":"CAPTURE","originalTransactionReference":"TX-0","toAccountNumber":"ACC-2","customerId":"C","paymentType":"SEPA",
            "localInstrumentationCode":"INST","clearingSystemCode":"ST2","paymentSource":"CLEARING_SYSTEM","fromCountry":"DE","toCountry":"FR",
            "country":"AT","debtorName":"Änne","creditorName":"Bob","debtorAgent":"DEUTDEFF","creditorAgent":"BNPAFRPPXXX",
            "uetr":"eb6305c9-1f7f-49de-aed0-16487c27b42d","endToEndId":"E2E","purposeCode":"SALA","remittanceInformation":"rent",
            "requestedExecutionDate":"2026-03-02","ipAddress":"192.0.2.1","deviceId":"D","sessionId":"S","userAgent":"UA","latitude":48.1371545,
            "longitude":-11.5,"merchantId":"M","merchantCategory":"5411","terminalId":"T","cardToken":"tok","entryMode":"CHIP","cardPresent":true,
            "threeDsStatus":"Y","channel":"WEB","fromAccountOpenedAt":"2020-01-01T00:00:00+01:00","description":"text",
            "initiatedAt":"2026-03-01T12:04:59.25Z","metadata":{"a": [1, {}]}
            """));
        var payment = new PackedPayment(packed);

        Assert.Equal((1UL << 42) - 1, payment.Presence);
        Assert.Equal((PaymentKind.Capture, PaymentSource.ClearingSystem, PackedPaymentFlags.CardPresent), (payment.Kind, payment.Source, payment.Flags));
        Assert.Equal((48137154, -11500000), (payment.LatitudeMicrodegrees, payment.LongitudeMicrodegrees));
        Assert.Equal(20514, payment.RequestedExecutionDay);
        Assert.Equal(Arrival.Plus(TimeSpan.FromSeconds(299.25)), payment.InitiatedAt);
        Assert.Equal(new Instant(1_577_833_200_000_000), payment.FromAccountOpenedAt);
        Assert.Equal("Änne", TextOf(packed, PaymentMember.DebtorName));
        Assert.Equal("""{"a": [1, {}]}""", TextOf(packed, PaymentMember.Metadata));
        Assert.Equal("5411", TextOf(packed, PaymentMember.MerchantCategory));
        Assert.Equal("TX-0", TextOf(packed, PaymentMember.OriginalTransactionReference));
        Assert.Equal("text", TextOf(packed, PaymentMember.Description));
    }

    [Theory]
    [InlineData("\"12.50\"", 1250)]
    [InlineData("12.500", 1250)]
    [InlineData("1.25e1", 1250)]
    public void TryRead_AmountAsNumberOrText_IsExact(string amount, long expected)
        => Assert.Equal(expected, new PackedPayment(Read(But("amount", amount))).AmountMinor);

    [Fact]
    public void TryRead_AccountVerification_MayBeZero()
        => Assert.Equal(0, new PackedPayment(Read(But("amount", "0,\"kind\":\"ACCOUNT_VERIFICATION\""))).AmountMinor);

    [Fact]
    public void TryRead_CurrencyBehindAmount_IsUsed()
        => Assert.Equal(12500, new PackedPayment(Read("""{"amount":12.5,"fromAccountNumber":"A","transactionReference":"T","currency":"KWD"}""")).AmountMinor);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public void TryRead_NullOrBlank_IsAbsent(string value)
        => Assert.Equal(Read(With("")), Read(With($"\"customerId\":{value},\"kind\":{value},\"latitude\":{value},\"metadata\":{value},\"country\":{value}")));

    [Fact]
    public void TryRead_MembersOfTheServer_AreIgnored()
        => Assert.Equal(
            Read(With("")),
            Read(With("\"id\":\"1\",\"tenantId\":\"demo\",\"riskFactors\":[{\"name\":\"x\"}],\"createdAt\":\"x\",\"updatedAt\":null,\"status\":{}")));

    [Fact]
    public void TryRead_EscapedNamesAndTexts_AreUnescaped()
        => Assert.Equal("a\"b€", TextOf(Read(With("\"\\u0063ustomerId\":\"a\\\"b\\u20ac\"")), PaymentMember.CustomerId));

    [Fact]
    public void TryRead_ByteOrderMark_IsPassedOver()
        => Assert.Equal(Read(With("")), Read([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(With(""))]));

    [Fact]
    public void TryRead_ValidIbans_LoseSpacesAndGiveCountries()
    {
        var packed = Read(But("fromAccountNumber", "\" de89 3704 0044 0532 0130 00\",\"toAccountNumber\":\"GB82WEST12345698765432\""));

        Assert.Equal("DE89370400440532013000", TextOf(packed, PaymentMember.FromAccountNumber));
        Assert.Equal("GB82WEST12345698765432", TextOf(packed, PaymentMember.ToAccountNumber));
        Assert.Equal(("DE", "GB"), (TextOf(packed, PaymentMember.FromCountry), TextOf(packed, PaymentMember.ToCountry)));
        Assert.Equal(
            PackedPaymentFlags.FromCountryDerived | PackedPaymentFlags.ToCountryDerived | PackedPaymentFlags.InitiatedAtDefaulted,
            new PackedPayment(packed).Flags);
        Assert.Equal(XxHash64.Hash("DE89370400440532013000"u8), new PackedPayment(packed).AccountHash);
    }

    [Fact]
    public void TryRead_CountryThatWasSent_IsNotDerived()
        => Assert.Equal("AT", TextOf(Read(But("fromAccountNumber", "\"DE89370400440532013000\",\"fromCountry\":\"at\"")), PaymentMember.FromCountry));

    [Fact]
    public void TryRead_AccountThatIsNoIban_IsTrimmedAndKept()
    {
        var packed = Read(But("fromAccountNumber", "\"  DE89 3704 0044 0532 0130 01 \""));

        Assert.Equal("DE89 3704 0044 0532 0130 01", TextOf(packed, PaymentMember.FromAccountNumber));
        Assert.Null(TextOf(packed, PaymentMember.FromCountry));
    }

    [Fact]
    public void TryRead_CardNumbers_BecomeTheSameTokenEverywhere()
    {
        var packed = Read(But(
            "fromAccountNumber",
            "\"4111 1111 1111 1111\",\"description\":\"card 4111-1111-1111-1111!\",\"cardToken\":\"4111111111111111\",\"endToEndId\":\"4111111111111111\""));
        var token = Token("4111111111111111");

        Assert.Equal(token, TextOf(packed, PaymentMember.FromAccountNumber));
        Assert.Equal($"card {token}!", TextOf(packed, PaymentMember.Description));
        Assert.Equal(token, TextOf(packed, PaymentMember.CardToken));
        Assert.Equal("4111111111111111", TextOf(packed, PaymentMember.EndToEndId));
        Assert.Equal(XxHash64.Hash(System.Text.Encoding.ASCII.GetBytes(token)), new PackedPayment(packed).AccountHash);
    }

    [Fact]
    public void TryRead_CardNumbersInMetadata_BecomeTokensInValidJson()
    {
        var token = Token("4111111111111111");
        var packed = Read(With("""
            "metadata": { "4111111111111111" : 4111111111111111, "a":["\"x\" 4111\u0020111111111111", "4111 1111 1111 1111"], "iban":"GB82 WEST 1234 5698 7654 32" }
            """));

        Assert.Equal(
            $$"""{ "{{token}}" : "{{token}}", "a":["\"x\" 4111 111111111111", "{{token}}"], "iban":"GB82 WEST 1234 5698 7654 32" }""".Replace("4111 111111111111", token, StringComparison.Ordinal),
            TextOf(packed, PaymentMember.Metadata));
    }

    [Fact]
    public void TryRead_FiveMinutesAhead_IsAccepted()
        => Assert.Equal(Arrival.Plus(PaymentReader.AheadTolerance), new PackedPayment(Read(With("\"initiatedAt\":\"2026-03-01T12:05:00Z\""))).InitiatedAt);

    [Fact]
    public void TryRead_ClockFromTheData_AcceptsAnyTime()
        => Assert.Equal(
            "2099-01-01T00:00:00Z",
            new PackedPayment(Read(With("\"initiatedAt\":\"2099-01-01T00:00:00Z\""), new PaymentReaderOptions { RefusesFuture = false })).InitiatedAt.ToString());

    [Fact]
    public void TryRead_AmountOnlyWhereNothingElseIsRequired_UsesTheDefaultCurrency()
    {
        Assert.True(CurrencyTable.TryFind("JPY", out var yen));
        var payment = new PackedPayment(Read("{\"amount\":10000}", new PaymentReaderOptions { RequiresIdentity = false, DefaultCurrency = yen }));

        Assert.Equal((10000L, (ushort)392), (payment.AmountMinor, payment.CurrencyNumber));
        Assert.False(payment.Has(PaymentMember.TransactionReference));
    }

    [Fact]
    public void TryRead_SeveralPayments_AppendToTheSameOutput()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var reader = new PaymentReader(new PaymentReaderOptions());
        Assert.True(reader.TryRead("""{"transactionReference":"1","amount":1,"currency":"EUR","fromAccountNumber":"A"}"""u8, Cards, Arrival, output, out _));
        Assert.False(reader.TryRead("{}"u8, Cards, Arrival, output, out _));
        Assert.True(reader.TryRead("""{"transactionReference":"2","amount":2,"currency":"EUR","fromAccountNumber":"B"}"""u8, Cards, Arrival, output, out _));

        var first = new PackedPayment(output.WrittenSpan);
        var second = new PackedPayment(output.WrittenSpan[first.Bytes.Length..]);
        Assert.Equal((100L, 200L), (first.AmountMinor, second.AmountMinor));
        Assert.Equal("B"u8, second.Text(PaymentMember.FromAccountNumber));
        Assert.Equal(output.WrittenCount, first.Bytes.Length + second.Bytes.Length);
    }
}
