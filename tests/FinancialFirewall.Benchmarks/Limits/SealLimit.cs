using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>Sealing what is written, in frames of 64 KiB as a busy commit has them.</summary>
internal static class SealLimit
{
    /// <summary>How many bytes a run seals.</summary>
    public const long Bytes = Frames * FrameBytes;

    private const long Frames = 1024;
    private const int FrameBytes = 64 * 1024;

    /// <summary>Seals them in place, with a cipher of its own.</summary>
    public static void Run()
    {
        using var cipher = new TenantCipher(new TenantId("demo"), 1, KeyPurpose.Journal, AesKey.CopyOf(new byte[AesKey.Length]));
        var (frame, nonce, tag) = (new byte[FrameBytes], new byte[TenantCipher.NonceLength], new byte[TenantCipher.TagLength]);
        for (var i = 0u; i < Frames; i++)
        {
            NonceSequence.Write(nonce, 1, i);
            cipher.Seal(nonce, frame, frame, tag, nonce);
        }
    }
}
