using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FsCheck;
using FsCheck.Fluent;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed class PaymentRoundTripTests
{
    [Fact]
    public void WriteSentMembers_ReadAgain_GivesTheSameBytes()
        => Check((packed, output) =>
        {
            PaymentWriter.WriteSentMembers(output, new PackedPayment(packed));
            output.WriteEndObject();
            output.Flush();
        }, (packed, again) => packed.AsSpan().SequenceEqual(again));

    [Fact]
    public void WriteMembers_ReadAgain_GivesTheSameBody()
        => Check((packed, output) =>
        {
            output.WriteString("id"u8, "an id of the server"u8);
            PaymentWriter.WriteMembers(output, new PackedPayment(packed));
            output.WriteEndObject();
            output.Flush();
        }, (packed, again) => PaymentComparer.AreSame(new PackedPayment(packed), new PackedPayment(again)));

    [Fact]
    public void WriteMembers_EveryMember_IsTheContractsJson()
    {
        const string Json = """
            {"transactionReference":"T","fromAccountNumber":"DE89370400440532013000","amount":5,"currency":"KWD","latitude":-0.5,"longitude":7,
            "cardPresent":false,"requestedExecutionDate":"2026-03-02","ipAddress":"::1","metadata":{
            "a": "<é\n>"},"creditorName":"A\"B"}
            """;
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        PaymentWriter.WriteMembers(writer, new PackedPayment(Read(Json)));
        writer.WriteEndObject();
        writer.Flush();

        Assert.Equal(
            """
            {"transactionReference":"T","fromAccountNumber":"DE89370400440532013000","amount":5.000,"currency":"KWD","kind":"PAYMENT","paymentSource":"BANK_CLIENT","fromCountry":"DE","creditorName":"A\u0022B","requestedExecutionDate":"2026-03-02","ipAddress":"::1","latitude":-0.5,"longitude":7,"cardPresent":false,"initiatedAt":"2026-03-01T12:00:00Z","metadata":{ "a": "<é\n>"}}
            """,
            Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Check(Action<byte[], Utf8JsonWriter> write, Func<byte[], byte[], bool> isSame)
        => Prop.ForAll(Payments().ToArbitrary(), json =>
        {
            var packed = Read(json);
            var buffer = new ArrayBufferWriter<byte>();
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartObject();
            write(packed, writer);
            return isSame(packed, Read(buffer.WrittenSpan.ToArray()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Gen<string> Payments()
    {
        var optional = Optional();
        var members =
            from chosen in Gen.SubListOf(optional)
            from values in Gen.CollectToArray(chosen, member => member)
            from account in Gen.OneOf(Account(), Text(60))
            from reference in Text(100)
            from amount in Gen.Choose(1, int.MaxValue)
            from currency in Gen.Elements("EUR", "JPY", "KWD", "CLF", "usd")
            select string.Join(
                ',',
                [
                    Member("transactionReference", Quote("R" + reference)), Member("fromAccountNumber", Quote("A" + account)),
                    Member("amount", amount.ToString(CultureInfo.InvariantCulture)), Member("currency", Quote(currency)), .. values,
                ]);
        return members.Select(all => $"{{{all}}}");
    }

    private static Gen<string>[] Optional() =>
    [
        .. new[] { "customerId", "debtorName", "deviceId", "merchantId", "cardToken", "description", "remittanceInformation", "userAgent", "endToEndId" }
            .Select(name => Text(60).Select(text => Member(name, Quote(text)))),
        Account().Select(text => Member("toAccountNumber", Quote(text))),
        Gen.Elements("DE", "fr", "US").Select(code => Member("fromCountry", Quote(code))),
        Gen.Elements("DE", "fr", "US").Select(code => Member("toCountry", Quote(code))),
        Gen.Elements("REFUND", "CAPTURE", "PAYMENT").Select(kind => Member("kind", Quote(kind))),
        Gen.Elements("::1", "2001:DB8::0:1", "192.0.2.1").Select(address => Member("ipAddress", Quote(address))),
        Gen.Choose(-90_000_000, 90_000_000).Select(degrees => Member("latitude", (degrees / 1_000_000m).ToString(CultureInfo.InvariantCulture))),
        Gen.Choose(-1_800_000, 1_800_000).Select(degrees => Member("longitude", $"{degrees}e-4")),
        Gen.Elements("true", "false").Select(truth => Member("cardPresent", truth)),
        Gen.Choose(0, 400_000_000).Select(ago => Member("initiatedAt", Quote(Arrival.Plus(TimeSpan.FromMicroseconds(-ago)).ToString()))),
        Gen.Choose(0, 20_000).Select(day => Member("requestedExecutionDate", Quote(new DateOnly(1970, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        Text(60).Select(text => Member("metadata", $"{{ {Quote(text)} : [4111111111111111, {Quote(text)}, null] }}")),
    ];

    private static Gen<string> Account()
        => Gen.Elements("DE89370400440532013000", "de89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "4111 1111 1111 1111", "378282246310005", "12345678");

    private static Gen<string> Text(int longest)
    {
        var pieces = Gen.Elements("a", "Z", " ", "-", "7", "4111111111111111", "4242", "é", "漢", "🏦", "\"", "\\", "/", "<", ":", "card:", "DE89370400440532013000");
        return from count in Gen.Choose(0, 12)
               from chosen in Gen.ArrayOf(pieces, count)
               select string.Concat(chosen) is var text && text.Length > longest / 2 ? "x" : string.Concat(chosen);
    }

    private static string Member(string name, string json) => $"\"{name}\":{json}";

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
