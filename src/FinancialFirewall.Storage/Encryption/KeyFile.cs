using System.Buffers.Binary;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// The wrapped keys of one owner: <c>keys/root.ff</c> for the directory, <c>keys/tenants/&lt;tenant&gt;.ff</c> for a tenant. It is replaced as a whole. All
/// numbers are little endian.
/// <code>
///  0        8        10       12      16                       56               64
///  | magic  | format | length | count | tenant's name, zeros   | master key id  |  count × wrapped key (76), oldest first | CRC |
///  |        | u16    | u16    | u32   | behind; root: zeros    | root: 8 bytes  |                                         | u32 |
/// </code>
/// The CRC covers all bytes before it: it tells damage from a wrong key without any key.
/// </summary>
/// <param name="Owner">The tenant; <see langword="null"/> for the directory.</param>
/// <param name="MasterKeyId">Which master key wraps the root keys; empty in a tenant's file.</param>
/// <param name="Keys">The keys, the newest last; at least one.</param>
internal sealed record KeyFile(TenantId? Owner, string MasterKeyId, IReadOnlyList<WrappedKey> Keys)
{
    /// <summary>How many keys an owner may have.</summary>
    public const int MaximumKeys = 1_024;

    /// <summary>The longest file, in bytes.</summary>
    public const int MaximumLength = HeaderLength + (MaximumKeys * WrappedKey.Length) + sizeof(uint);

    /// <summary>The newest format that this code reads and the one that it writes.</summary>
    public const ushort Format = 1;

    /// <summary>The length of the header, in bytes.</summary>
    public const int HeaderLength = 64;

    private static ReadOnlySpan<byte> Magic => "FFKEYS\r\n"u8;

    /// <summary>The newest key.</summary>
    public WrappedKey Newest => Keys[^1];

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + (Keys.Count * WrappedKey.Length) + sizeof(uint)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Keys.Count);
        if (Owner is { } tenant)
        {
            TenantName.Write(tenant, bytes.AsSpan(16, TenantId.MaximumLength));
        }

        Convert.FromHexString(MasterKeyId).CopyTo(bytes.AsSpan(56));
        for (var i = 0; i < Keys.Count; i++)
        {
            Keys[i].Write(bytes.AsSpan(HeaderLength + (i * WrappedKey.Length)));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(uint)), Checksum.Of(bytes.AsSpan(0, bytes.Length - sizeof(uint))));
        return bytes;
    }

    /// <summary>Reads a file. The problem is <see langword="null"/> where it is sound.</summary>
    public static (KeyFile? File, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength + sizeof(uint) || !bytes[..8].SequenceEqual(Magic))
        {
            return (null, "this is not a whole key file: its header is missing.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) != Checksum.Of(bytes[..^sizeof(uint)]))
        {
            return (null, "the keys do not match their checksum.");
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (format != Format)
        {
            return (null, $"the key file has format {format} and this program reads format {Format}.");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        return count is > 0 and <= MaximumKeys && bytes.Length == HeaderLength + (count * WrappedKey.Length) + sizeof(uint)
            ? (ReadMembers(bytes, count), null)
            : (null, $"the key file claims {count} keys, which do not fit its {bytes.Length} bytes.");
    }

    private static KeyFile ReadMembers(ReadOnlySpan<byte> bytes, int count)
    {
        var keys = new WrappedKey[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = WrappedKey.Read(bytes[(HeaderLength + (i * WrappedKey.Length))..]);
        }

        var owner = TenantName.Read(bytes.Slice(16, TenantId.MaximumLength));
        return new KeyFile(owner, owner is null ? Convert.ToHexStringLower(bytes[56..64]) : "", keys);
    }
}
