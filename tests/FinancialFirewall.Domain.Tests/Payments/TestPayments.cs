using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Payments;

/// <summary>Payments as JSON and what reading them gives.</summary>
internal static class TestPayments
{
    public static readonly CardTokenizer Cards = new("0123456789abcdef"u8);

    public static readonly Instant Arrival = Instant.From(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private const string Required = "\"transactionReference\":\"TX-1\",\"amount\":12.50,\"currency\":\"EUR\",\"fromAccountNumber\":\"ACC-1\"";

    /// <summary>A payment of the required members and more.</summary>
    public static string With(string members) => members.Length == 0 ? $"{{{Required}}}" : $"{{{Required},{members}}}";

    /// <summary>A payment of the required members, one of them with another value.</summary>
    public static string But(string member, string value)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["transactionReference"] = "\"TX-1\"", ["amount"] = "12.50", ["currency"] = "\"EUR\"", ["fromAccountNumber"] = "\"ACC-1\"", [member] = value,
        };
        return $"{{{string.Join(',', members.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";
    }

    public static byte[] Read(string json, PaymentReaderOptions? options = null) => Read(Encoding.UTF8.GetBytes(json), options);

    public static byte[] Read(byte[] json, PaymentReaderOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var isRead = new PaymentReader(options ?? new PaymentReaderOptions()).TryRead(json, Cards, Arrival, output, out var errors);
        Assert.True(isRead, string.Join('\n', errors));
        Assert.Empty(errors);
        return output.WrittenSpan.ToArray();
    }

    public static IReadOnlyList<Error> Refuse(string json, PaymentReaderOptions? options = null) => Refuse(Encoding.UTF8.GetBytes(json), options);

    public static IReadOnlyList<Error> Refuse(byte[] json, PaymentReaderOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.False(new PaymentReader(options ?? new PaymentReaderOptions()).TryRead(json, Cards, Arrival, output, out var errors));
        Assert.Equal(0, output.WrittenCount);
        Assert.NotEmpty(errors);
        return errors;
    }

    /// <summary>The text of a member of a payment; null where it is absent.</summary>
    public static string? TextOf(byte[] packed, PaymentMember member)
    {
        var payment = new PackedPayment(packed);
        return payment.Has(member) ? Encoding.UTF8.GetString(payment.Text(member)) : null;
    }

    /// <summary>The token that <see cref="Cards"/> makes of a card number.</summary>
    public static string Token(string digits)
    {
        var token = new byte[CardTokenizer.TokenLength];
        Cards.Write(Encoding.ASCII.GetBytes(digits), token);
        return Encoding.ASCII.GetString(token);
    }
}
