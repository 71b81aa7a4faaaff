using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// AES-128 (FIPS 197) of single blocks under one key, encrypting only, by the processor's own instructions: a person's key is expanded for one record in a
/// few ten nanoseconds, where an object of the class library costs a microsecond. Processors without such instructions use the class library.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AesBlocks
{
    private const int Rounds = 10;

    private readonly RoundKeys keys;

    /// <summary>Expands a key.</summary>
    public AesBlocks(Vector128<byte> key)
    {
        keys[0] = key;
        if (!HasInstructions)
        {
            return;
        }

        keys[1] = key = Next(key, 0x01);
        keys[2] = key = Next(key, 0x02);
        keys[3] = key = Next(key, 0x04);
        keys[4] = key = Next(key, 0x08);
        keys[5] = key = Next(key, 0x10);
        keys[6] = key = Next(key, 0x20);
        keys[7] = key = Next(key, 0x40);
        keys[8] = key = Next(key, 0x80);
        keys[9] = key = Next(key, 0x1B);
        keys[Rounds] = Next(key, 0x36);
    }

    private static bool HasInstructions => X86Aes.IsSupported || ArmAes.IsSupported;

    /// <summary>Encrypts a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Encrypt(Vector128<byte> block)
        => X86Aes.IsSupported ? EncryptX86(block) : ArmAes.IsSupported ? EncryptArm(block) : EncryptPlain(block, keys[0]);

    /// <summary>Encrypts blocks, each for itself: the processor works at several of them at a time, where of one block each round waits for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Encrypt(Span<Vector128<byte>> blocks)
    {
        foreach (ref var block in blocks)
        {
            block = Encrypt(block);
        }
    }

    /// <summary>Encrypts a block by the class library.</summary>
    internal static Vector128<byte> EncryptPlain(Vector128<byte> block, Vector128<byte> key)
    {
        Span<byte> bytes = stackalloc byte[Vector128<byte>.Count];
        block.CopyTo(bytes);
        var keyBytes = new byte[Vector128<byte>.Count];
        key.CopyTo(keyBytes);
        using var aes = Aes.Create();
        aes.Key = keyBytes;
        aes.EncryptEcb(bytes, bytes, PaddingMode.None);
        CryptographicOperations.ZeroMemory(keyBytes);
        return Vector128.Create<byte>(bytes);
    }

    /// <summary>The round key after <paramref name="key"/>. Its last column, rotated, stands in all four, so that moving rows changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Next(Vector128<byte> key, uint constant)
    {
        var last = Vector128.Shuffle(key, Vector128.Create((byte)13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12));
        var mixed = Substitute(last) ^ Vector128.Create(constant).AsByte();
        key ^= Vector128.Shuffle(key, Vector128.Create((byte)16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        key ^= Vector128.Shuffle(key, Vector128.Create((byte)16, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7));
        return key ^ mixed;
    }

    private static Vector128<byte> Substitute(Vector128<byte> columns)
        => X86Aes.IsSupported ? X86Aes.EncryptLast(columns, Vector128<byte>.Zero) : ArmAes.Encrypt(columns, Vector128<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> EncryptX86(Vector128<byte> block)
    {
        block ^= keys[0];
        block = X86Aes.Encrypt(block, keys[1]);
        block = X86Aes.Encrypt(block, keys[2]);
        block = X86Aes.Encrypt(block, keys[3]);
        block = X86Aes.Encrypt(block, keys[4]);
        block = X86Aes.Encrypt(block, keys[5]);
        block = X86Aes.Encrypt(block, keys[6]);
        block = X86Aes.Encrypt(block, keys[7]);
        block = X86Aes.Encrypt(block, keys[8]);
        block = X86Aes.Encrypt(block, keys[9]);
        return X86Aes.EncryptLast(block, keys[Rounds]);
    }

    private Vector128<byte> EncryptArm(Vector128<byte> block)
    {
        for (var round = 0; round < Rounds - 1; round++)
        {
            block = ArmAes.MixColumns(ArmAes.Encrypt(block, keys[round]));
        }

        return ArmAes.Encrypt(block, keys[Rounds - 1]) ^ keys[Rounds];
    }

    [InlineArray(Rounds + 1)]
    private struct RoundKeys
    {
        private Vector128<byte> first;
    }
}
