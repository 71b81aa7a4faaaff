using System.Buffers.Binary;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Tests.Journals;

/// <summary>Makes all checksums of a log file right again after a change: what somebody can do who knows the format and has no key.</summary>
internal static class LogForger
{
    public static void FixChecksums(byte[] file)
    {
        var crc = Checksum.Of(file.AsSpan(0, 60));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(60), crc);
        var salt = file.AsSpan(48, 8);
        foreach (var (start, length) in Frames(file))
        {
            var header = file.AsSpan(start, FrameHeader.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[40..], crc);
            BinaryPrimitives.WriteUInt32LittleEndian(header[44..], Checksum.Of(file.AsSpan(start + FrameHeader.Length, length - FrameHeader.Length)));
            crc = Checksum.Of(header[..124], Checksum.Of(salt));
            BinaryPrimitives.WriteUInt32LittleEndian(header[124..], crc);
        }
    }

    /// <summary>Where the frames are, up to the first that does not fit.</summary>
    public static IEnumerable<(int Start, int Length)> Frames(byte[] file)
    {
        for (var start = LogFileHeader.Length; start + FrameHeader.Length <= file.Length;)
        {
            var length = FrameHeader.Length + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(start + 8));
            if (length < FrameHeader.Length || start + length > file.Length)
            {
                yield break;
            }

            yield return (start, length);
            start += length;
        }
    }
}
