using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PaymentReaderErrorTests
{
    private const string Number = "amount must be a decimal number such as 12.50 or \"12.50\".";
    private const string Positive = "amount must be more than 0: what goes back is a kind (REFUND, REVERSAL, RETURN).";

    [Theory]
    [InlineData("amount", "12.345", "AMOUNT_DECIMALS", "12.345", "amount has more decimals than EUR, which has 2.")]
    [InlineData("amount", "-5", "AMOUNT_NOT_POSITIVE", "-5", Positive)]
    [InlineData("amount", "0.00", "AMOUNT_NOT_POSITIVE", "0.00", Positive)]
    [InlineData("amount", "\"ten\"", "AMOUNT_INVALID", "ten", Number)]
    [InlineData("amount", "[1]", "AMOUNT_INVALID", "[1]", Number)]
    [InlineData("amount", "true", "AMOUNT_INVALID", "true", Number)]
    [InlineData("amount", "1e17", "AMOUNT_RANGE", "1e17", "amount must be at most 9999999999999999.99 in EUR.")]
    [InlineData("amount", "null", "MEMBER_REQUIRED", "", "amount is required.")]
    [InlineData("transactionReference", "\"\"", "MEMBER_REQUIRED", "", "transactionReference is required.")]
    [InlineData("transactionReference", "17", "MEMBER_TYPE", "17", "transactionReference must be text: write \"17\".")]
    [InlineData("fromAccountNumber", "\" \"", "MEMBER_REQUIRED", "", "fromAccountNumber is required.")]
    [InlineData("currency", "null", "MEMBER_REQUIRED", "", "currency is required.")]
    [InlineData("currency", "\"EURO\"", "CURRENCY_UNKNOWN", "EURO", "currency must be an active currency of ISO 4217, three letters such as EUR.")]
    [InlineData("currency", "\"DEM\"", "CURRENCY_UNKNOWN", "DEM", "'DEM' is no longer a currency of ISO 4217: EUR replaced it.")]
    [InlineData("currency", "978", "CURRENCY_UNKNOWN", "978", "currency must be an active currency of ISO 4217, three letters such as EUR.")]
    [InlineData("kind", "\"payment\"", "KIND_UNKNOWN", "payment", "kind must be one of PAYMENT, REFUND, REVERSAL, RETURN, AUTHORISATION, CAPTURE, ACCOUNT_VERIFICATION.")]
    [InlineData("paymentSource", "\"BOTH\"", "SOURCE_UNKNOWN", "BOTH", "paymentSource must be \"BANK_CLIENT\" or \"CLEARING_SYSTEM\".")]
    [InlineData("country", "\"UK\"", "COUNTRY_UNKNOWN", "UK", "country must be a country of ISO 3166-1 alpha-2: did you mean GB?")]
    [InlineData("toCountry", "\"ZZ\"", "COUNTRY_UNKNOWN", "ZZ", "toCountry must be a country of ISO 3166-1 alpha-2: two letters such as DE.")]
    [InlineData("debtorAgent", "\"DEUTZZFF\"", "BIC_INVALID", "DEUTZZFF", "debtorAgent must be a BIC of 8 or 11 characters such as DEUTDEFF500.")]
    [InlineData("uetr", "\"1\"", "UETR_INVALID", "1", "uetr must be a UUID of version 4 such as eb6305c9-1f7f-49de-aed0-16487c27b42d.")]
    [InlineData("merchantCategory", "\"541\"", "MERCHANT_CATEGORY_INVALID", "541", "merchantCategory must be four digits (ISO 18245) such as \"5411\".")]
    [InlineData("ipAddress", "\"192.0.2.256\"", "IP_ADDRESS_INVALID", "192.0.2.256", "ipAddress must be an IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1, without port or prefix.")]
    [InlineData("requestedExecutionDate", "\"2026-02-29\"", "DATE_INVALID", "2026-02-29", "requestedExecutionDate must be a date such as \"2026-03-01\".")]
    [InlineData("fromAccountOpenedAt", "\"2026-02-28\"", "TIME_INVALID", "2026-02-28", "fromAccountOpenedAt must be an RFC 3339 time with Z or an offset, such as \"2026-03-01T12:00:00Z\".")]
    [InlineData("initiatedAt", "\"2026-03-01T12:05:00.000001Z\"", "INITIATED_AHEAD", "2026-03-01T12:05:00.000001Z", "initiatedAt is more than 5 minutes ahead of 2026-03-01T12:00:00Z, the time of arrival.")]
    [InlineData("latitude", "90.0000001", "DEGREES_RANGE", "90.0000001", "latitude must be from -90 to 90 degrees.")]
    [InlineData("longitude", "-181", "DEGREES_RANGE", "-181", "longitude must be from -180 to 180 degrees.")]
    [InlineData("latitude", "\"48\"", "MEMBER_TYPE", "48", "latitude must be a number of degrees such as 48.137154, without quotation marks.")]
    [InlineData("cardPresent", "\"true\"", "MEMBER_TYPE", "true", "cardPresent must be true or false, without quotation marks.")]
    [InlineData("metadata", "[]", "MEMBER_TYPE", "[]", "metadata must be a JSON object.")]
    [InlineData("customerId", "{}", "MEMBER_TYPE", "{}", "customerId must be text in quotation marks.")]
    [InlineData("customerId", "\"a\\u0000\"", "TEXT_CONTROL", "a\0", "customerId has the control character U+0000: leave it out.")]
    [InlineData("ammount", "1", "MEMBER_UNKNOWN", "1", "A payment has no member 'ammount'. Did you mean amount?")]
    [InlineData("colour", "{\"a\":1}", "MEMBER_UNKNOWN", "{\"a\":1}", "A payment has no member 'colour'. A caller's own data belongs into metadata.")]
    [InlineData("merchantCategory", "\"4111111111111111\"", "MEMBER_TOO_LONG", "************1111", "merchantCategory has 16 characters: 4 are the most.")]
    public void TryRead_WrongValue_NamesMemberValueAndWhatWouldBeRight(string member, string json, string code, string value, string message)
    {
        var error = Assert.Single(Refuse(But(member, json)));

        Assert.Equal((code, member, value, message), (error.Code, error.Member, error.Value, error.Message));
    }

    [Theory]
    [InlineData("", "NOT_JSON")]
    [InlineData("{\"amount\":", "NOT_JSON")]
    [InlineData("{\"amount\":1,}", "NOT_JSON")]
    [InlineData("{} {}", "NOT_JSON")]
    [InlineData("{} x", "NOT_JSON")]
    [InlineData("{/**/}", "NOT_JSON")]
    [InlineData("[]", "NOT_AN_OBJECT")]
    [InlineData("17", "NOT_AN_OBJECT")]
    public void TryRead_NotOneJsonObject_IsMalformed(string json, string code)
    {
        var error = Assert.Single(Refuse(json));

        Assert.Equal((ErrorKind.Malformed, code, ""), (error.Kind, error.Code, error.Member));
    }

    [Fact]
    public void TryRead_CutOff_SaysLineAndByte()
        => Assert.Equal(
            new Error(ErrorKind.Malformed, "NOT_JSON", "", "x}", "The payment is not valid JSON at line 2, byte 10: 'x' is an invalid start of a value."),
            Assert.Single(Refuse("{\n\"amount\":x}")) with { });

    [Fact]
    public void TryRead_InvalidUtf8_IsMalformed()
        => Assert.Equal(
            new Error(ErrorKind.Malformed, "NOT_UTF8", "", "", "The payment is not UTF-8 text: send JSON in UTF-8."),
            Assert.Single(Refuse([.. "{\"customerId\":\""u8, 0xC3, .. "\"}"u8])));

    [Theory]
    [InlineData("\"customerId\":\"\\ud800\"", "customerId")]
    [InlineData("\"\\ud800\":1", "")]
    public void TryRead_HalfOfASurrogatePair_IsRefused(string member, string expected)
    {
        var error = Assert.Single(Refuse(With(member)));

        Assert.Equal((ErrorKind.Malformed, "TEXT_INVALID", expected), (error.Kind, error.Code, error.Member));
    }

    [Theory]
    [InlineData("metadata")]
    [InlineData("colour")]
    [InlineData("riskFactors")]
    public void TryRead_NestedTooDeep_IsRefused(string member)
    {
        var open = string.Concat(Enumerable.Repeat("{\"a\":", 40));

        Assert.Equal(
            new Error(ErrorKind.Malformed, "NESTED_TOO_DEEP", "", "", "The payment nests deeper than 32 levels."),
            Assert.Single(Refuse(With($"\"{member}\":{open}1{new string('}', 40)}"))));
    }

    [Fact]
    public void TryRead_NestedAsDeepAsAllowed_IsRead()
    {
        var json = $"{string.Concat(Enumerable.Repeat("{\"a\":", 31))}1{new string('}', 31)}";

        Assert.Equal(json, TextOf(Read(With($"\"metadata\":{json}")), PaymentMember.Metadata));
    }

    [Fact]
    public void TryRead_TenMegabyteLine_NamesSizeAndLimit()
        => Assert.Equal(
            new Error(ErrorKind.TooLarge, "BODY_TOO_LARGE", "", "", "The payment has 10,000,000 bytes: 1,048,576 are the most."),
            Assert.Single(Refuse(new byte[10_000_000])));

    [Fact]
    public void TryRead_DuplicateMember_IsRefused()
    {
        var error = Assert.Single(Refuse(With("\"amount\":1")));

        Assert.Equal(("MEMBER_DUPLICATE", "amount", "amount stands there more than once: send it once."), (error.Code, error.Member, error.Message));
    }

    [Theory]
    [InlineData("transactionReference", 100)]
    [InlineData("fromAccountNumber", 100)]
    [InlineData("debtorName", 140)]
    [InlineData("description", 1000)]
    [InlineData("userAgent", 512)]
    public void TryRead_TextOfTheLongestLength_IsReadAndOneMoreIsNot(string member, int length)
    {
        Read(But(member, $"\"{new string('ü', length)}\""));
        var error = Assert.Single(Refuse(But(member, $"\"{new string('ü', length + 1)}\"")));

        Assert.Equal((ErrorKind.TooLarge, "MEMBER_TOO_LONG", member), (error.Kind, error.Code, error.Member));
        Assert.Equal($"{member} has {length + 1:N0} characters: {length:N0} are the most.", error.Message);
        Assert.Equal(new string('ü', 99) + "…", error.Value);
    }

    [Fact]
    public void TryRead_MetadataOf16KiB_IsReadAndOneByteMoreIsNot()
    {
        var longest = $"{{\"a\":\"{new string('x', 16384 - 8)}\"}}";
        Assert.Equal(longest, TextOf(Read(With($"\"metadata\":{longest}")), PaymentMember.Metadata));

        var error = Assert.Single(Refuse(With($"\"metadata\":{longest.Replace("xx", "xxx", StringComparison.Ordinal)[..16383]}\"}}")));
        Assert.Equal(("MEMBER_TOO_LONG", "metadata has 16,385 bytes: 16,384 are the most."), (error.Code, error.Message));
    }

    [Fact]
    public void TryRead_TextTooLongOnceCardsAreTokens_SaysSo()
        => Assert.Equal(
            "description has 1,018 characters once card numbers are replaced by tokens: 1,000 are the most.",
            Assert.Single(Refuse(With($"\"description\":\"4111111111111111{new string('x', 984)}\""))).Message);

    [Fact]
    public void TryRead_SeveralFaults_ListsAllOfThem()
        => Assert.Equal(
            "MEMBER_UNKNOWN MEMBER_REQUIRED CURRENCY_UNKNOWN AMOUNT_NOT_POSITIVE COUNTRY_UNKNOWN IP_ADDRESS_INVALID",
            Codes(Refuse("""{"x":1,"amount":-1,"currency":"ABC","fromAccountNumber":"A","country":"QQ","ipAddress":"x"}""")));

    [Fact]
    public void TryRead_MoreThan20Faults_Lists20AndSaysThatThereAreMore()
    {
        var members = new StringBuilder("{");
        for (var i = 0; i < 30; i++)
        {
            members.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"x{i}\":1,");
        }

        var errors = Refuse(members.Append("\"amount\":1}").ToString());

        Assert.Equal(21, errors.Count);
        Assert.Equal(("MORE_ERRORS", "There are more errors: the first 20 are listed."), (errors[^1].Code, errors[^1].Message));
    }

    [Fact]
    public void TryRead_AfterARefusal_ReadsTheNextPaymentAsAFreshReaderDoes()
    {
        var reader = new PaymentReader(new PaymentReaderOptions());
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Assert.False(reader.TryRead("""{"kind":"REFUND","customerId":"x","amount":-1"""u8, Cards, Arrival, output, out _));
        Assert.True(reader.TryRead(Encoding.UTF8.GetBytes(With("")), Cards, Arrival, output, out var errors));

        Assert.Empty(errors);
        Assert.Equal(Read(With("")), output.WrittenSpan.ToArray());
    }

    private static string Codes(IReadOnlyList<Error> errors) => string.Join(' ', errors.Select(error => error.Code));
}
