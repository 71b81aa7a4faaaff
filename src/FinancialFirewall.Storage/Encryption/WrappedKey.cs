using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// A key, encrypted by another one with AES-256-GCM. All numbers are little endian.
/// <code>
///  0        4            8              16      28               60    76
///  | number | wrapped by | created (µs) | nonce | encrypted key  | tag |
///  | u32    | u32        | i64          | 12    | 32             | 16  |
/// </code>
/// Number, wrapping key and time are authenticated with the owner's name, so that a key can stand in no other place than its own. The nonce is random: a
/// wrapping key wraps far fewer than the 2^32 keys for which that is safe.
/// </summary>
/// <param name="Number">The key's number among those of its owner, from 1 on.</param>
/// <param name="WrappedBy">The number of the root key that wraps it; 0 for the master key.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Sealed">Nonce, encrypted key and tag.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WrappedKey(uint Number, uint WrappedBy, Instant Created, ReadOnlyMemory<byte> Sealed)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = FactsLength + SealedLength;

    private const int FactsLength = 16;
    private const int SealedLength = TenantCipher.NonceLength + AesKey.Length + TenantCipher.TagLength;
    private const int TagStart = TenantCipher.NonceLength + AesKey.Length;

    private static ReadOnlySpan<byte> Label => "Financial Firewall wrapped key\0\0"u8;

    /// <summary>Wraps a key.</summary>
    /// <param name="owner">Whose key it is; <see langword="null"/> for the directory's root key.</param>
    /// <param name="facts">Number, wrapping key and time.</param>
    /// <param name="key">The key.</param>
    /// <param name="by">The key that wraps.</param>
    /// <param name="nextRandom">Gives the nonce.</param>
    public static WrappedKey Wrap(TenantId? owner, WrappedKey facts, AesKey key, AesKey by, Func<ulong> nextRandom)
    {
        var bytes = new byte[SealedLength];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, nextRandom());
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)nextRandom());
        Span<byte> associated = stackalloc byte[Label.Length + TenantId.MaximumLength + FactsLength];
        facts.WriteAssociated(owner, associated);
        using var gcm = new AesGcm(by.Bytes, TenantCipher.TagLength);
        gcm.Encrypt(
            bytes.AsSpan(0, TenantCipher.NonceLength), key.Bytes, bytes.AsSpan(TenantCipher.NonceLength, AesKey.Length), bytes.AsSpan(TagStart), associated);
        return facts with { Sealed = bytes };
    }

    /// <summary>The key; <see langword="null"/> where <paramref name="by"/> did not wrap it for this owner with these facts.</summary>
    public AesKey? Unwrap(TenantId? owner, AesKey by)
    {
        Span<byte> associated = stackalloc byte[Label.Length + TenantId.MaximumLength + FactsLength];
        WriteAssociated(owner, associated);
        Span<byte> key = stackalloc byte[AesKey.Length];
        using var gcm = new AesGcm(by.Bytes, TenantCipher.TagLength);
        try
        {
            var bytes = Sealed.Span;
            gcm.Decrypt(bytes[..TenantCipher.NonceLength], bytes[TenantCipher.NonceLength..TagStart], bytes[TagStart..], key, associated);
            return AesKey.CopyOf(key);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public void Write(Span<byte> bytes)
    {
        WriteFacts(bytes);
        Sealed.Span.CopyTo(bytes[FactsLength..]);
    }

    public static WrappedKey Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
        new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..])),
        bytes[FactsLength..Length].ToArray());

    private void WriteFacts(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], WrappedBy);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Created.UnixMicroseconds);
    }

    private void WriteAssociated(TenantId? owner, Span<byte> associated)
    {
        associated.Clear();
        Label.CopyTo(associated);
        if (owner is { } tenant)
        {
            TenantName.Write(tenant, associated.Slice(Label.Length, TenantId.MaximumLength));
        }

        WriteFacts(associated[(Label.Length + TenantId.MaximumLength)..]);
    }
}
