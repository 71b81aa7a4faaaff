using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Ties what is in a log file to that file: the salt makes its nonces and checksums, and its header is authenticated with every frame's, so that no frame can
/// be passed off as one of another file or place.
/// </summary>
/// <param name="fileHeader">The bytes of the file's header.</param>
internal sealed class LogFileSeal(ReadOnlyMemory<byte> fileHeader)
{
    /// <summary>The salt of the file.</summary>
    public ulong Salt { get; } = LogFileHeader.SaltOf(fileHeader.Span);

    /// <summary>Writes the tag of the frame header in <paramref name="frame"/>, whose other members are complete.</summary>
    public void Sign(Span<byte> frame, TenantCipher cipher, uint counter)
    {
        Span<byte> nonce = stackalloc byte[TenantCipher.NonceLength];
        Span<byte> associated = stackalloc byte[LogFileHeader.Length + FrameHeader.TagStart];
        Prepare(frame, counter, nonce, associated);
        cipher.Seal(nonce, [], [], frame.Slice(FrameHeader.TagStart, TenantCipher.TagLength), associated);
    }

    /// <summary>Whether the frame header in <paramref name="frame"/> is what was signed, in this file.</summary>
    public bool IsSigned(ReadOnlySpan<byte> frame, TenantCipher cipher, uint counter)
    {
        Span<byte> nonce = stackalloc byte[TenantCipher.NonceLength];
        Span<byte> associated = stackalloc byte[LogFileHeader.Length + FrameHeader.TagStart];
        Prepare(frame, counter, nonce, associated);
        return cipher.TryOpen(nonce, [], frame.Slice(FrameHeader.TagStart, TenantCipher.TagLength), [], associated);
    }

    private void Prepare(ReadOnlySpan<byte> frame, uint counter, Span<byte> nonce, Span<byte> associated)
    {
        NonceSequence.Write(nonce, Salt, counter);
        fileHeader.Span.CopyTo(associated);
        frame[..FrameHeader.TagStart].CopyTo(associated[LogFileHeader.Length..]);
    }
}
