using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>
/// One round's payments as NDJSON, each line <see cref="LineBytes"/> long with its line end. The same seed gives the same payments; every round has
/// references of its own, since a reference that was sent before is answered without deciding.
/// </summary>
internal sealed class PaymentLines
{
    /// <summary>The length of a line.</summary>
    public const int LineBytes = 275;

    private const int FirstAccountBase = 370_400_440;
    private const int PayeeCount = 20_000;

    private readonly byte[][] accounts;
    private readonly byte[][] payees;

    /// <summary>Room for a round.</summary>
    public PaymentLines(int payments, int accountCount)
    {
        accounts = [.. Enumerable.Range(0, accountCount).Select(number => Iban("DE", 10_000_000_000 + number))];
        payees = [.. Enumerable.Range(0, PayeeCount).Select(number => Iban("FR", 90_000_000_000 + number))];
        Bytes = new byte[Math.Max(payments, accountCount) * LineBytes];
    }

    /// <summary>The lines, back to back; the first <see cref="Length"/> bytes count.</summary>
    public byte[] Bytes { get; }

    /// <summary>How many payments there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes they take.</summary>
    public int Length => Count * LineBytes;

    /// <summary>Writes one payment of every account.</summary>
    public void FillOnceEach(string stage, int seed) => Fill(stage, round: 0, accounts.Length, new Random(seed), (_, i) => i);

    /// <summary>Writes payments of accounts that are drawn at random.</summary>
    public void FillAtRandom(string stage, int round, int count, int seed)
        => Fill(stage, round, count, new Random(unchecked((seed * 1_000_003) + round)), (random, _) => random.Next(accounts.Length));

    private void Fill(string stage, int round, int count, Random random, Func<Random, int, int> accountOf)
    {
        Count = count;
        for (var i = 0; i < count; i++)
        {
            Write(Bytes.AsSpan(i * LineBytes, LineBytes), $"{stage}-{round:D3}-{i:X7}", accountOf(random, i), random);
        }
    }

    private void Write(Span<byte> line, string reference, int account, Random random)
    {
        var at = 0;
        Put(line, ref at, "{\"transactionReference\":\""u8);
        at += Encoding.ASCII.GetBytes(reference, line[at..]);
        Put(line, ref at, "\",\"amount\":"u8);
        Utf8Formatter.TryFormat(AmountOf(random), line[at..], out var digits);
        at += digits;
        Put(line, ref at, ",\"currency\":\"EUR\",\"fromAccountNumber\":\""u8);
        Put(line, ref at, accounts[account]);
        Put(line, ref at, "\",\"toAccountNumber\":\""u8);
        Put(line, ref at, payees[random.Next(payees.Length)]);
        Put(line, ref at, "\",\"paymentType\":\"SCT\",\"deviceId\":\"d"u8);
        Utf8Formatter.TryFormat((account * 4) + random.Next(3), line[at..], out digits);
        at += digits;
        Put(line, ref at, "\",\"initiatedAt\":\"2024-06-12T10:30:00Z\",\"description\":\""u8);
        var end = "\"}\n"u8;
        line[at..^end.Length].Fill((byte)'x');
        end.CopyTo(line[^end.Length..]);
    }

    /// <summary>Mostly everyday amounts; one in fifty is above the demo policy's high amount.</summary>
    private static decimal AmountOf(Random random)
        => random.Next(50) == 0 ? 10_000 + random.Next(20_000) : new decimal(random.Next(100, 20_000), 0, 0, isNegative: false, scale: 2);

    private static void Put(Span<byte> line, ref int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(line[at..]);
        at += text.Length;
    }

    /// <summary>A made-up IBAN whose check digits are right (ISO 13616).</summary>
    private static byte[] Iban(string country, long number)
    {
        var body = country is "DE"
            ? $"{FirstAccountBase / 10:D8}{number % 10_000_000_000:D10}"
            : $"{20_041:D5}{1005:D5}{number:D11}{6:D2}";
        var letters = string.Concat(country.Select(letter => (letter - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var check = 98 - (int)(BigInteger.Parse($"{body}{letters}00", CultureInfo.InvariantCulture) % 97);
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{country}{check:D2}{body}"));
    }
}
