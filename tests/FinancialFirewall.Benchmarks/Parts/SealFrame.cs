using System.Globalization;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Formats;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>What encryption costs a frame: sealing it in place, opening it, and the checksum over it that there would be anyway.</summary>
internal static class SealFrame
{
    private static readonly int[] Lengths = [256, 4 * 1024, 64 * 1024, 1024 * 1024];
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(400);

    /// <summary>Measures frames of several lengths, the best of five rounds, and writes a table.</summary>
    public static void Run(TextWriter output)
    {
        using var cipher = new TenantCipher(new TenantId("demo"), 1, KeyPurpose.Journal, AesKey.CopyOf(new byte[AesKey.Length]));
        output.WriteLine("frame bytes   seal GB/s   open GB/s    CRC GB/s   seal ns/frame   CRC / seal");
        foreach (var length in Lengths)
        {
            var frame = new byte[length];
            var (nonce, tag) = (new byte[TenantCipher.NonceLength], new byte[TenantCipher.TagLength]);
            var counter = 0u;
            var sealing = Measure(length, () =>
            {
                NonceSequence.Write(nonce, 1, counter++);
                cipher.Seal(nonce, frame, frame, tag, nonce);
            });
            var target = new byte[length];
            cipher.Seal(nonce, frame, frame, tag, nonce);
            var opening = Measure(length, () => cipher.TryOpen(nonce, frame, tag, target, nonce));
            var sum = 0u;
            var checking = Measure(length, () => sum ^= Checksum.Of(frame));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{length,11} {sealing,11:F2} {opening,11:F2} {checking,11:F2} {length / sealing,15:F0} {checking / sealing,12:F2}"));
        }
    }

    /// <summary>Gigabytes a second.</summary>
    private static double Measure(int length, Action work)
    {
        var best = 0.0;
        for (var round = 0; round < 5; round++)
        {
            var calls = 0L;
            var started = TimeProvider.System.GetTimestamp();
            TimeSpan took;
            do
            {
                for (var i = 0; i < 64; i++)
                {
                    work();
                }

                calls += 64;
                took = TimeProvider.System.GetElapsedTime(started);
            }
            while (took < Time);
            best = Math.Max(best, calls * length / took.TotalSeconds / 1e9);
        }

        return best;
    }
}
