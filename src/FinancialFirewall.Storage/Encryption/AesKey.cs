using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>The 32 bytes of an AES-256 key in memory that the garbage collector never copies, zeroed when they are disposed.</summary>
internal sealed class AesKey : IDisposable
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] bytes = GC.AllocateArray<byte>(Length, pinned: true);
    private bool isDisposed;

    private AesKey()
    {
    }

    /// <exception cref="ObjectDisposedException">The key is zeroed already.</exception>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return bytes;
        }
    }

    public static AesKey CopyOf(ReadOnlySpan<byte> source)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.Length, Length, nameof(source));
        var key = new AesKey();
        source.CopyTo(key.bytes);
        return key;
    }

    public static AesKey Random(Func<ulong> nextRandom)
    {
        var key = new AesKey();
        for (var at = 0; at < Length; at += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(key.bytes.AsSpan(at), nextRandom());
        }

        return key;
    }

    /// <summary>A key for one purpose (HKDF-Expand of RFC 5869 with SHA-256): who has it learns nothing of this one or of other purposes.</summary>
    public AesKey Derive(ReadOnlySpan<byte> label)
    {
        var key = new AesKey();
        HKDF.Expand(HashAlgorithmName.SHA256, Bytes, key.bytes, label);
        return key;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        isDisposed = true;
    }
}
