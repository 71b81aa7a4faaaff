using System.Buffers.Text;
using System.Globalization;
using System.Text.Unicode;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>
/// One round's payments as NDJSON, each line <see cref="LineBytes"/> long with its line end. The same seed gives the same payments; every round has
/// references of its own, since a reference that was sent before is answered without deciding.
/// </summary>
internal sealed class PaymentLines
{
    /// <summary>The length of a line.</summary>
    public const int LineBytes = 275;

    /// <summary>The most accounts that pay once in one filling.</summary>
    public const int MaximumAccountsAtOnce = 200_000;

    private const int PayeeCount = 20_000;
    private const long FirstPayee = 90_000_000_000;

    private readonly int accountCount;

    /// <summary>Room for a round.</summary>
    public PaymentLines(int payments, int accountCount)
    {
        this.accountCount = accountCount;
        Bytes = new byte[Math.Max(payments, Math.Min(accountCount, MaximumAccountsAtOnce)) * LineBytes];
    }

    /// <summary>The lines, back to back; the first <see cref="Length"/> bytes count.</summary>
    public byte[] Bytes { get; }

    /// <summary>Which payments these are.</summary>
    public PaymentFilling Filling { get; private set; }

    /// <summary>How many payments there are.</summary>
    public int Count => Filling.Count;

    /// <summary>How many bytes they take.</summary>
    public int Length => Count * LineBytes;

    /// <summary>The lines of a part.</summary>
    public ReadOnlyMemory<byte> Part(int part) => Bytes.AsMemory(Filling.StartOf(part) * LineBytes, (Filling.StartOf(part + 1) - Filling.StartOf(part)) * LineBytes);

    /// <summary>Fillings in which each account pays once.</summary>
    public IEnumerable<PaymentFilling> OnceEach(string name, int seed, int parts = 1)
    {
        for (var first = 0; first < accountCount; first += MaximumAccountsAtOnce)
        {
            yield return new PaymentFilling(name, 0, Math.Min(MaximumAccountsAtOnce, accountCount - first), seed, first, parts);
        }
    }

    /// <summary>Writes one payment of every account, of which there must be room for all.</summary>
    public void FillOnceEach(string stage, int seed) => Fill(new PaymentFilling(stage, 0, accountCount, seed, FirstAccount: 0));

    /// <summary>Writes payments of accounts that are drawn at random.</summary>
    public void FillAtRandom(string stage, int round, int count, int seed) => Fill(new PaymentFilling(stage, round, count, seed));

    /// <summary>Writes payments.</summary>
    public void Fill(PaymentFilling filling)
    {
        Filling = filling;
        var random = new Random(unchecked((filling.Seed * 1_000_003) + filling.Round));
        for (var part = 0; part < filling.Parts; part++)
        {
            for (var i = filling.StartOf(part); i < filling.StartOf(part + 1); i++)
            {
                var number = filling.IsRandom ? random.Next(accountCount / filling.Parts) : ((filling.FirstAccount / filling.Parts) + i - filling.StartOf(part));
                Write(Bytes.AsSpan(i * LineBytes, LineBytes), filling, i, (number * filling.Parts) + part, random);
            }
        }
    }

    private static void Write(Span<byte> line, in PaymentFilling filling, int number, int account, Random random)
    {
        var at = 0;
        Put(line, ref at, "{\"transactionReference\":\""u8);
        Utf8.TryWrite(line[at..], CultureInfo.InvariantCulture, $"{filling.Name}-{filling.Round:D3}-{Math.Max(0, filling.FirstAccount) + number:X7}", out var written);
        at += written;
        Put(line, ref at, "\",\"amount\":"u8);
        Utf8Formatter.TryFormat(AmountOf(random), line[at..], out written);
        at += written;
        Put(line, ref at, ",\"currency\":\"EUR\",\"fromAccountNumber\":\""u8);
        MadeUpIban.WriteGerman(line[at..], account);
        at += MadeUpIban.GermanLength;
        Put(line, ref at, "\",\"toAccountNumber\":\""u8);
        MadeUpIban.WriteFrench(line[at..], FirstPayee + random.Next(PayeeCount));
        at += MadeUpIban.FrenchLength;
        Put(line, ref at, "\",\"paymentType\":\"SCT\",\"deviceId\":\"d"u8);
        Utf8Formatter.TryFormat((account * 4L) + random.Next(3), line[at..], out written);
        at += written;
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
}
