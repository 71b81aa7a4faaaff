using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using FinancialFirewall.Domain.Payments;
using static FinancialFirewall.Domain.Tests.Payments.TestPayments;

namespace FinancialFirewall.Domain.Tests.Payments;

public sealed partial class PaymentFuzzTests
{
    private const int Rounds = 3_000;

    private static readonly byte[] Seeded = Encoding.UTF8.GetBytes(With("""
        "toAccountNumber":"DE89 3704 0044 0532 0130 00","description":"card 4111 1111 1111 1111 \u00e9","ipAddress":"2001:db8::1","latitude":48.1e0,
        "initiatedAt":"2026-03-01T12:00:00+01:00","uetr":"eb6305c9-1f7f-49de-aed0-16487c27b42d","debtorAgent":"DEUTDEFF","kind":"REFUND",
        "metadata":{"a":[1,{"b":"4111111111111111"}],"c":"\ud83c\udfe6"},"requestedExecutionDate":"2026-03-01","cardPresent":true,"country":"de"
        """));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryRead_MutatedJson_GivesAPaymentOrErrorsAndNeverThrows(int seed)
    {
        var random = new Random(seed);
        var reader = new PaymentReader(new PaymentReaderOptions());
        var output = new ArrayBufferWriter<byte>();
        var (read, refused) = (0, 0);
        for (var i = 0; i < Rounds; i++)
        {
            var json = Mutate(random);
            output.ResetWrittenCount();
            var isRead = Attempt(reader, json, output, seed, i);
            read += isRead ? 1 : 0;
            refused += isRead ? 0 : 1;
        }

        Assert.InRange(read, Rounds / 100, Rounds - (Rounds / 100));
        Assert.Equal(Rounds, read + refused);
    }

    [Fact]
    public void TryRead_RandomBytes_GivesErrorsAndNeverThrows()
    {
        const int Seed = 99;
        var random = new Random(Seed);
        var reader = new PaymentReader(new PaymentReaderOptions());
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 5_000; i++)
        {
            var json = new byte[random.Next(200)];
            random.NextBytes(json);
            Assert.False(Attempt(reader, json, output, Seed, i));
        }
    }

    [GeneratedRegex("(?<![0-9])4111111111111111(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex CardDigits();

    private static byte[] Mutate(Random random)
    {
        var json = Seeded.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(json.Count);
            switch (random.Next(5))
            {
                case 0:
                    json[at] = (byte)random.Next(256);
                    break;
                case 1:
                    json[at] = (byte)"\"\\{}[],:0123456789-.eEunlatrfs "[random.Next(31)];
                    break;
                case 2:
                    json.RemoveAt(at);
                    break;
                case 3:
                    json.Insert(at, (byte)random.Next(32, 127));
                    break;
                default:
                    json.InsertRange(at, json.GetRange(at, random.Next(Math.Min(20, json.Count - at))));
                    break;
            }
        }

        return [.. json];
    }

    private static bool Attempt(PaymentReader reader, byte[] json, ArrayBufferWriter<byte> output, int seed, int round)
    {
        try
        {
            var isRead = reader.TryRead(json, Cards, Arrival, output, out var errors);
            Assert.True(isRead == (errors.Count == 0) && isRead == (output.WrittenCount > 0), $"seed {seed}, round {round}");
            Assert.All(errors, error => Assert.False(error.Code.Length == 0 || error.Message.Length == 0, $"seed {seed}, round {round}"));
            Assert.All(errors, error => Assert.False(CardDigits().IsMatch(error.Value), $"seed {seed}, round {round}: {error.Value}"));
            return isRead;
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"seed {seed}, round {round}: {Convert.ToBase64String(json)}", broken);
        }
    }
}
