using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Snapshots;

/// <summary>
/// The first bytes of a snapshot file. All numbers are little endian; the name of the snapshot is that of the file.
/// <code>
///  0        8        10       12         16              24             32               40        44           48
///  | magic  | format | length | reserved | through (seq) | created (µs) | payload length | payload | key number | tenant's name, zeros
///  |        | u16    | u16    | u32 = 0  | i64           | i64          | i64            | CRC u32 | u32        | behind, 40 bytes
///  88       100            108   124          128
///  | nonce  | reserved = 0 | tag | header CRC |  sealed payload ...
///  | 12     | 8 bytes      | 16  | u32        |
/// </code>
/// The payload is sealed with AES-256-GCM under the key of the tenant with this number, with a random nonce of its own; the bytes before the tag and the name
/// of the file are authenticated with it. The checksums cover the bytes as they stand on the disk, the header's those before it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SnapshotHeader(
    long ThroughSequence, Instant Created, long PayloadLength, TenantId Tenant, uint PayloadCrc = 0, uint KeyNumber = 0)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 128;

    /// <summary>The format that this code reads and writes.</summary>
    public const ushort Format = 2;

    private const int NonceStart = 88;
    private const int TagStart = 108;

    private static ReadOnlySpan<byte> Magic => "FFSNAP\r\n"u8;

    /// <summary>Seals a payload and writes the header that belongs to it.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="bytes">Takes the header, and behind it the sealed payload.</param>
    /// <param name="cipher">The tenant's cipher.</param>
    /// <param name="nextRandom">Gives the nonce.</param>
    /// <param name="fileName">The name of the file.</param>
    public void Seal(ReadOnlySpan<byte> payload, Span<byte> bytes, TenantCipher cipher, Func<ulong> nextRandom, string fileName)
    {
        WriteFacts(bytes);
        var nonce = bytes.Slice(NonceStart, TenantCipher.NonceLength);
        BinaryPrimitives.WriteUInt64LittleEndian(nonce, nextRandom());
        BinaryPrimitives.WriteUInt32LittleEndian(nonce[8..], (uint)nextRandom());
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[44..], cipher.KeyNumber);

        // The payload's checksum is that of the sealed bytes, which do not exist yet: the tag covers the header without it.
        var stored = bytes.Slice(Length, payload.Length);
        cipher.Seal(nonce, payload, stored, bytes.Slice(TagStart, TenantCipher.TagLength), Associated(bytes, fileName));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[40..], Checksum.Of(stored));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[124..], Checksum.Of(bytes[..124]));
    }

    /// <summary>Reads a whole snapshot file. The problem is <see langword="null"/> where all checksums are right.</summary>
    public static (SnapshotHeader Header, string? Problem) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < Length || !file[..8].SequenceEqual(Magic))
        {
            return (default, "this is not a whole snapshot: its header is missing.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file[124..]) != Checksum.Of(file[..124]))
        {
            return (default, "the header of the snapshot does not match its checksum.");
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]);
        if (format != Format)
        {
            return (default, $"the snapshot has format {format} and this program reads format {Format}.");
        }

        var header = ReadMembers(file);
        return header.PayloadLength == file.Length - Length && header.PayloadCrc == Checksum.Of(file[Length..])
            ? (header, null)
            : (default, "the content of the snapshot does not match its length and checksum.");
    }

    /// <summary>Opens the payload behind a header that was read, in place.</summary>
    /// <returns>What is wrong; <see langword="null"/> where every byte is what was sealed.</returns>
    public string? Open(Span<byte> file, TenantCipher cipher, string fileName)
    {
        var payload = file[Length..];
        var nonce = file.Slice(NonceStart, TenantCipher.NonceLength);
        return cipher.TryOpen(nonce, payload, file.Slice(TagStart, TenantCipher.TagLength), payload, Associated(file, fileName))
            ? null
            : $"the snapshot is not what key {KeyNumber} of '{Tenant}' sealed under this name.";
    }

    private static byte[] Associated(ReadOnlySpan<byte> header, string fileName)
    {
        var associated = new byte[TagStart + fileName.Length];
        header[..TagStart].CopyTo(associated);
        associated.AsSpan(40, sizeof(uint)).Clear();
        System.Text.Encoding.ASCII.GetBytes(fileName, associated.AsSpan(TagStart));
        return associated;
    }

    private void WriteFacts(Span<byte> bytes)
    {
        bytes[..Length].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], ThroughSequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Created.UnixMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], PayloadLength);
        TenantName.Write(Tenant, bytes[48..88]);
    }

    private static SnapshotHeader ReadMembers(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        new Instant(BinaryPrimitives.ReadInt64LittleEndian(bytes[24..])),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
        TenantName.Read(bytes[48..88]) ?? default,
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[40..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[44..]));
}
