using System.Buffers;
using System.Globalization;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Parts;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;

namespace FinancialFirewall.Benchmarks.Readers;

/// <summary>
/// What reading each format costs on one thread, as processor time, in turns with a plain scan of the same bytes that only looks for line ends; and how
/// much memory a reader keeps, however long its input is.
/// </summary>
internal static class ReadersRun
{
    private const int Payments = 50_000;
    private const int Rounds = 7;
    private const int PieceBytes = 64 * 1024;
    private const double Mebi = 1 << 20;

    private static readonly CardTokenizer Cards = new(new byte[32]);

    /// <summary>Measures every format and prints the tables.</summary>
    public static void Run(TextWriter output)
    {
        var lines = new PaymentLines(Payments, accountCount: 10_000);
        lines.FillAtRandom("read", 0, Payments, seed: 1);
        output.WriteLine("| format | bytes a payment | scan GB/s | cut ns a payment | cut GB/s | of the scan | read and packed ns a payment | bytes allocated a payment |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var format in Enum.GetValues<PaymentFormat>())
        {
            Measure(format, FormattedPayments.Write(format, lines), output);
        }

        output.WriteLine();
        output.WriteLine("| format | payments | MB read | MB allocated | MB kept at the end |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var format in Enum.GetValues<PaymentFormat>())
        {
            var payments = FormattedPayments.Write(format, lines);
            MeasureMemory(format, payments, 100_000, output);
            MeasureMemory(format, payments, 1_000_000, output);
        }
    }

    private static void Measure(PaymentFormat format, FormattedPayments payments, TextWriter output)
    {
        var (scans, cuts, reads) = (new List<double>(), new List<double>(), new List<double>());
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            scans.Add(Timed(() => payments.Payments.AsSpan().Count((byte)'\n')));
            cuts.Add(Timed(() => Read(format, payments, 1, reads: false)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            reads.Add(Timed(() => Read(format, payments, 1, reads: true)));
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var (scan, cut, read) = (Median(scans), Median(cuts), Median(reads));
        var bytes = (double)payments.Payments.Length;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {format} | {bytes / Payments:0} | {bytes / scan:0.0} | {cut / Payments:0} | {bytes / cut:0.00} | {scan / cut:0.000} | {read / Payments:0} | {(double)allocated / Payments:0} |"));
    }

    private static void MeasureMemory(PaymentFormat format, FormattedPayments payments, int count, TextWriter output)
    {
        var kept = GC.GetTotalMemory(forceFullCollection: true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reader = Read(format, payments, count / Payments, reads: false);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        kept = GC.GetTotalMemory(forceFullCollection: true) - kept;
        GC.KeepAlive(reader);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {format} | {count:N0} | {(double)payments.Payments.Length * (count / Payments) / Mebi:N0} | {allocated / Mebi:0.0} | {kept / Mebi:0.0} |"));
    }

    /// <summary>Reads the payments so many times as one input.</summary>
    private static IBodyReader Read(PaymentFormat format, FormattedPayments payments, int times, bool reads)
    {
        var bodies = BodyReaders.Open(new PaymentSyntax(format), new GatewayLimits());
        var reader = reads ? new PaymentReader(new PaymentReaderOptions { RefusesFuture = false }) : null;
        var packed = new ReusedBuffer(PieceBytes);
        var count = Feed(bodies, payments.Start, reader, packed);
        for (var time = 0; time < times; time++)
        {
            count += time > 0 && format == PaymentFormat.Array ? Feed(bodies, ","u8.ToArray(), reader, packed) : 0;
            count += Feed(bodies, payments.Payments, reader, packed);
        }

        count += Feed(bodies, payments.End, reader, packed);
        bodies.Complete();
        count += TakeAll(bodies, reader, packed);
        return count == Payments * times ? bodies : throw new InvalidOperationException($"{count} of {Payments * times} payments were read of {format}.");
    }

    private static int Feed(IBodyReader bodies, byte[] bytes, PaymentReader? reader, ReusedBuffer packed)
    {
        var count = 0;
        for (var at = 0; at < bytes.Length; at += PieceBytes)
        {
            bodies.Feed(new ReadOnlySequence<byte>(bytes, at, Math.Min(PieceBytes, bytes.Length - at)));
            count += TakeAll(bodies, reader, packed);
        }

        return count;
    }

    private static int TakeAll(IBodyReader bodies, PaymentReader? reader, ReusedBuffer packed)
    {
        var count = 0;
        while (bodies.TryTake() is var outcome && outcome != BodyOutcome.None)
        {
            packed.Clear();
            if (outcome != BodyOutcome.Body || reader?.TryRead(bodies.Body.Span, Cards, new Instant(0), packed, out _) == false)
            {
                throw new InvalidOperationException($"A payment is refused on line {bodies.Place.Line}.");
            }

            count++;
        }

        return count;
    }

    private static double Timed(Func<object> work)
    {
        var before = ThreadClock.Now;
        GC.KeepAlive(work());
        return Math.Max(1, ThreadClock.Now - before);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
