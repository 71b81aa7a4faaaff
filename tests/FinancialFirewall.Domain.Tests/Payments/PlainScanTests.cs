using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Payments;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

/// <summary>The short way for plainly written payments against the long one for all: the same packed bytes, or the same errors.</summary>
public sealed class PlainScanTests
{
    private const int Rounds = 50_000;

    private static readonly string[] Values =
    [
        "\"DE89370400440532013000\"", "\"de89 3704 0044 0532 0130 00\"", "\" DE89370400440532013000 \"", "\"DE88370400440532013000\"", "\"GB33BUKB20201555555555\"",
        "\"A-1\"", "\"\"", "\"   \"", "\"4111 1111 1111 1111\"", "\"4111111111111111\"", "\"x 5500005555555559 y\"", "\"SCT\"", "\"EUR\"", "\"jpy\"", "\"USD\"", "\"12.50\"", "\"0\"",
        "12.5", "12.50", "100", "0", "0.01", "-1", "-0", "1e3", "01", "1.", ".5", "99999999999999", "123456789012345678", "12.345", "true", "false", "null", "[]", "{}", "{\"a\":1}",
        "\"2024-06-12T10:30:00Z\"", "\"2026-03-01T12:00:00.123456789+01:00\"", "\"2026-02-29\"", "\"2024-02-29\"", "\"2026-13-01T12:00:00Z\"", "\"2026-03-01T24:00:00Z\"", "\"2026-03-01T1:00:00Z\"",
        "48.137154", "181", "\"192.0.2.1\"", "\"5411\"", "\"de\"", "\"UK\"", "\"REFUND\"", "\"CLEARING_SYSTEM\"", "\"a\\u0041\"", "\"\u00e9\"", "\"tab\\t\"", "\"\u007f\"", "nul", "truex",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TryRead_ManyBodies_SaysTheSameBothWays(int seed)
    {
        var random = new Random(seed);
        AssertSameBothWays(seed, random, Rounds, () => Body(random));
    }

    /// <summary>Writers keep to their order of members and to their spaces, which is what the short way learns; one of them is heard between others, leaves members out and adds some.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TryRead_BodiesOfAFewWriters_SaysTheSameBothWays(int seed)
    {
        var random = new Random(seed);
        var writers = Enumerable.Range(0, 4).Select(_ => (Names: Shuffled(random), Comma: Space(random) + "," + Space(random), Colon: Space(random) + ":" + Space(random))).ToArray();
        AssertSameBothWays(seed, random, Rounds / 2, () =>
        {
            var writer = writers[random.Next(4) * random.Next(2)];
            var members = writer.Names.Where(_ => random.Next(20) > 0).Select(name => $"\"{name}\"{writer.Colon}{UsualValue(random, name)}");
            return $"{{{string.Join(writer.Comma, members)}}}";
        });
    }

    private static void AssertSameBothWays(int seed, Random random, int rounds, Func<string> body)
    {
        var plain = new PaymentReader(new PaymentReaderOptions());
        var exact = new PaymentReader(new PaymentReaderOptions(), allowsPlain: false);
        var read = 0;
        for (var i = 0; i < rounds; i++)
        {
            var json = Encoding.UTF8.GetBytes(body());
            if (random.Next(4) == 0)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            var expected = Read(exact, json);
            Assert.True(expected == Read(plain, json), $"seed {seed}, round {i}: {Encoding.UTF8.GetString(json)}");
            read += expected.StartsWith("read", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(read, rounds / 20, rounds);
    }

    private static string[] Shuffled(Random random)
    {
        string[] names = ["transactionReference", "amount", "currency", "fromAccountNumber", "toAccountNumber", "description", "deviceId", "remittanceInformation"];
        return [.. names.OrderBy(_ => random.Next())];
    }

    private static string UsualValue(Random random, string name) => random.Next(16) == 0 ? Values[random.Next(Values.Length)] : name switch
    {
        "amount" => $"{random.Next(1, 1_000)}.{random.Next(10, 100)}",
        "currency" => "\"EUR\"",
        "fromAccountNumber" or "toAccountNumber" => "\"DE89370400440532013000\"",
        _ => $"\"{new string('x', random.Next(1, 80))}\"",
    };

    private static string Read(PaymentReader reader, byte[] json)
    {
        var output = new ArrayBufferWriter<byte>();
        return reader.TryRead(json, Cards, Arrival, output, out var errors)
            ? $"read {Convert.ToHexString(output.WrittenSpan)}"
            : string.Join('\n', errors);
    }

    private static string Body(Random random)
    {
        var members = new List<string>();
        if (random.Next(8) > 0)
        {
            members.AddRange(["\"transactionReference\":\"R-1\"", "\"amount\":12.50", "\"currency\":\"EUR\"", "\"fromAccountNumber\":\"DE89370400440532013000\""]);
        }

        for (var more = random.Next(4); more > 0; more--)
        {
            var name = random.Next(12) == 0 ? "riskScore" : random.Next(20) == 0 ? "unknown" : PaymentMemberTable.Names[random.Next(PaymentMemberTable.Names.Length)];
            members.Add($"\"{name}\":{Space(random)}{Values[random.Next(Values.Length)]}");
        }

        return $"{{{string.Join($"{Space(random)},{Space(random)}", members.OrderBy(_ => random.Next()))}{Space(random)}}}{Space(random)}";
    }

    private static string Space(Random random) => random.Next(8) switch { 0 => " ", 1 => "  ", _ => "" };
}
