using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// The file of a tenant's <see cref="PersonKeys"/>. All numbers are little endian.
/// <code>
///  0        8        10       12           16               20            24                    64      76    92    96
///  | magic  | format | length | key number | payload length | payload CRC | tenant's name,        | nonce | tag | CRC | sealed payload ...
///  |        | u16    | u16    | u32        | u32            | u32         | zeros behind, 40      | 12    | 16  | u32 |
///  payload: key (16) | erasures, each: path, account, partition, at, finished | tree
/// </code>
/// The payload is sealed with AES-256-GCM under the tenant's key of this number, with a random nonce; the header is authenticated with it, its checksums aside.
/// The checksums cover the bytes as they stand on the disk.
/// </summary>
internal static class PersonFile
{
    /// <summary>The length of the header, in bytes.</summary>
    public const int HeaderLength = 96;

    /// <summary>The format that this code reads and writes.</summary>
    public const ushort Format = 1;

    /// <summary>The longest file that is believed, in bytes.</summary>
    public const int MaximumLength = 512 * 1024 * 1024;

    private const int NameStart = 24;
    private const int NonceStart = 64;
    private const int TagStart = 76;
    private const int CrcStart = 92;

    private static ReadOnlySpan<byte> Magic => "FFPERS\r\n"u8;

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(TenantId tenant, PersonKeys keys, TenantCipher cipher, Func<ulong> nextRandom)
    {
        var payload = new PackedWriter();
        keys.Write(payload);
        var bytes = new byte[HeaderLength + payload.Length];
        var header = bytes.AsSpan(0, HeaderLength);
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Format);
        BinaryPrimitives.WriteUInt16LittleEndian(header[10..], HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], cipher.KeyNumber);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], payload.Length);
        TenantName.Write(tenant, header[NameStart..NonceStart]);
        var nonce = header[NonceStart..TagStart];
        BinaryPrimitives.WriteUInt64LittleEndian(nonce, nextRandom());
        BinaryPrimitives.WriteUInt32LittleEndian(nonce[8..], (uint)nextRandom());
        cipher.Seal(nonce, payload.Written, bytes.AsSpan(HeaderLength), header[TagStart..CrcStart], Associated(header));
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], Checksum.Of(bytes.AsSpan(HeaderLength)));
        BinaryPrimitives.WriteUInt32LittleEndian(header[CrcStart..], Checksum.Of(header[..CrcStart]));
        return bytes;
    }

    /// <summary>Proves the checksums, which takes no key.</summary>
    /// <returns>What is wrong; <see langword="null"/> where everything is right.</returns>
    public static string? Check(ReadOnlySpan<byte> file, TenantId tenant)
    {
        if (file.Length < HeaderLength || !file[..8].SequenceEqual(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(file[CrcStart..]) != Checksum.Of(file[..CrcStart]))
        {
            return "the header does not match its checksum.";
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        if (format != Format)
        {
            return $"it has format {format} and this program reads format {Format}.";
        }

        if (TenantName.Read(file[NameStart..NonceStart]) != tenant)
        {
            return $"these are the keys of persons of '{Encoding.ASCII.GetString(file[NameStart..NonceStart].TrimEnd((byte)0))}', under another name.";
        }

        return BinaryPrimitives.ReadInt32LittleEndian(file[16..]) == file.Length - HeaderLength
            && BinaryPrimitives.ReadUInt32LittleEndian(file[20..]) == Checksum.Of(file[HeaderLength..])
                ? null
                : "the content does not match its length and checksum.";
    }

    /// <summary>Opens a file that was checked, in place.</summary>
    /// <returns>The keys, or what is wrong.</returns>
    public static (PersonKeys? Keys, string? Problem) Open(Span<byte> file, TenantId tenant, PurposeKeys keys)
    {
        var number = BinaryPrimitives.ReadUInt32LittleEndian(file[12..]);
        if (keys.Find(tenant, number) is not { } cipher)
        {
            return (null, $"it is sealed by key {number} of '{tenant}', which the directory does not have.");
        }

        var payload = file[HeaderLength..];
        if (!cipher.TryOpen(file[NonceStart..TagStart], payload, file[TagStart..CrcStart], payload, Associated(file)))
        {
            return (null, $"it is not what key {number} of '{tenant}' sealed.");
        }

        try
        {
            return (PersonKeys.Read(payload), null);
        }
        catch (InvalidDataException exception)
        {
            return (null, exception.Message);
        }
    }

    private static byte[] Associated(ReadOnlySpan<byte> header) => [.. header[..20], .. header[NameStart..NonceStart]];
}
