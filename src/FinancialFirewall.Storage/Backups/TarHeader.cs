using System.Runtime.InteropServices;
using System.Text;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// What stands before a file in a tar archive, as POSIX.1-1988 (ustar) says, so that any tar shows and unpacks a backup. Lengths of 8 GiB and more are binary,
/// as GNU tar writes them. All numbers are octal text.
/// <code>
///  0      100    108   116   124      136    148      156    157        257     263   265
///  | name | mode | uid | gid | length | time | sum    | kind | (zeros)  | ustar | 00  | (zeros)
///  | 100  | 0600 |     |     | 12     |      | 8      | '0'  |
/// </code>
/// </summary>
/// <param name="Name">The path of the file: ASCII, at most 99 characters.</param>
/// <param name="Length">Its length in bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TarHeader(string Name, long Length)
{
    /// <summary>The length of a header; files fill whole blocks of it.</summary>
    public const int BlockBytes = 512;

    private const int MaximumName = 99;
    private const int LengthStart = 124;
    private const int SumStart = 148;
    private const long LargestOctal = (1L << 33) - 1;

    /// <summary>How many bytes follow a file up to the next block.</summary>
    public static int PaddingOf(long length) => (int)(-length & (BlockBytes - 1));

    public void Write(Span<byte> block)
    {
        block[..BlockBytes].Clear();
        if (Name.Length > MaximumName)
        {
            throw new ArgumentException($"'{Name}' is longer than {MaximumName} characters.", nameof(block));
        }

        Encoding.ASCII.GetBytes(Name, block);
        Octal(block[100..], 0x180, 7);
        Octal(block[108..], 0, 7);
        Octal(block[116..], 0, 7);
        WriteLength(block[LengthStart..]);
        Octal(block[136..], 0, 11);
        block[156] = (byte)'0';
        "ustar\000"u8.CopyTo(block[257..]);
        Octal(block[SumStart..], SumOf(block), 6);
        block[SumStart + 7] = (byte)' ';
    }

    /// <summary>Reads a header; <see langword="null"/> where there is none, such as behind the last file.</summary>
    public static TarHeader? Read(ReadOnlySpan<byte> block)
    {
        if (block.Length < BlockBytes || ReadOctal(block.Slice(SumStart, 7)) != SumOf(block) || block[156] != (byte)'0')
        {
            return null;
        }

        var end = block[..100].IndexOf((byte)0);
        var length = block[LengthStart] == 0x80
            ? System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(block[(LengthStart + 4)..])
            : ReadOctal(block.Slice(LengthStart, 12));
        return end > 0 && length is >= 0 and var known ? new(Encoding.ASCII.GetString(block[..end]), known) : null;
    }

    private static int SumOf(ReadOnlySpan<byte> block)
    {
        var sum = 0;
        for (var i = 0; i < BlockBytes; i++)
        {
            sum += i is >= SumStart and < SumStart + 8 ? ' ' : block[i];
        }

        return sum;
    }

    private static long? ReadOctal(ReadOnlySpan<byte> text)
    {
        var value = 0L;
        foreach (var digit in text.TrimEnd((byte)0).Trim((byte)' '))
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            value = (8 * value) + digit - '0';
        }

        return value;
    }

    private static void Octal(Span<byte> place, long value, int digits)
        => Encoding.ASCII.GetBytes(Convert.ToString(value, 8).PadLeft(digits, '0'), place);

    private void WriteLength(Span<byte> place)
    {
        if (Length <= LargestOctal)
        {
            Octal(place, Length, 11);
            return;
        }

        place[0] = 0x80;
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(place[4..], Length);
    }
}
