using System.Buffers.Binary;
using System.Globalization;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// The nonces of one file: its prefix, a random number of 64 bits, and a counter of 32. A file is written by one process from one sequence; a process that
/// starts anew begins a new file with a new prefix, whatever became of the old one, so that no crash and no restored backup repeats a nonce. With a million
/// files under one key the chance that two share a prefix is below one in thirty million. Used by one caller at a time.
/// <code>
///  0        8         12
///  | prefix | counter |
///  | u64    | u32     |
/// </code>
/// </summary>
/// <param name="prefix">The file's random number.</param>
/// <param name="maximum">How many nonces may be taken, at most <see cref="Maximum"/>.</param>
public sealed class NonceSequence(ulong prefix, long maximum = NonceSequence.Maximum)
{
    /// <summary>How many nonces a prefix has.</summary>
    public const long Maximum = 1L << 32;

    private long taken;

    /// <summary>The file's random number.</summary>
    public ulong Prefix => prefix;

    /// <summary>How many nonces are left: begin a new file before there are too few.</summary>
    public long Remaining => maximum - taken;

    /// <summary>Takes the next counter and writes its nonce.</summary>
    /// <returns>The counter, from 0 on.</returns>
    /// <exception cref="InvalidOperationException">All were taken.</exception>
    public uint Take(Span<byte> nonce)
    {
        if (taken == maximum)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"The {maximum} nonces of prefix {prefix:x16} are used up: another file is needed."));
        }

        var counter = (uint)taken++;
        Write(nonce, prefix, counter);
        return counter;
    }

    /// <summary>Writes the nonce that a prefix and a counter make.</summary>
    public static void Write(Span<byte> nonce, ulong prefix, uint counter)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(nonce, prefix);
        BinaryPrimitives.WriteUInt32LittleEndian(nonce[8..], counter);
    }
}
