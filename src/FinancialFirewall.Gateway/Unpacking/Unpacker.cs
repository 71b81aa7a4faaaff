using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using FinancialFirewall.Gateway.Limits;

namespace FinancialFirewall.Gateway.Unpacking;

/// <summary>
/// Unpacks an input as it is read, into memory that does not grow with it. A bomb is known by its ratio, and by its size: both are limited, and an
/// input that is broken or cut off is refused, not taken for a shorter one.
/// </summary>
public static class Unpacker
{
    private const int ReadBytes = 256 * 1024;
    private const string StrictSwitch = "System.IO.Compression.UseStrictValidation";

    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>How an input is packed that begins with these bytes: gzip says so, Brotli cannot be told.</summary>
    public static Packing Detect(in ReadOnlySequence<byte> beginning)
    {
        var reader = new SequenceReader<byte>(beginning);
        return reader.IsNext(GzipMagic) ? Packing.Gzip : Packing.None;
    }

    /// <summary>Reads what is packed in an input. It throws an <see cref="IOException"/> that says why where it cannot be read on.</summary>
    /// <param name="packed">The input; completed by whoever gave it.</param>
    /// <param name="packing">How it is packed.</param>
    /// <param name="limits">How much is unpacked.</param>
    public static PipeReader Open(PipeReader packed, Packing packing, GatewayLimits limits)
    {
        if (packing == Packing.None)
        {
            return packed;
        }

        // Without it the runtime takes an input that is cut off for one that has ended.
        AppContext.SetSwitch(StrictSwitch, isEnabled: true);
        var counted = new CountedStream(packed.AsStream(leaveOpen: true));
        Stream unpacked = packing == Packing.Gzip ? new GZipStream(counted, CompressionMode.Decompress) : new BrotliStream(counted, CompressionMode.Decompress);
        return PipeReader.Create(new UnpackingStream(unpacked, counted, packing, limits), new StreamPipeReaderOptions(bufferSize: ReadBytes));
    }
}
