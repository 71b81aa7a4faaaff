using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Storage.Directories;

namespace FinancialFirewall.Storage.Backups;

/// <summary>
/// A point of a backup as a file. All numbers are little endian.
/// <code>
///  0        8        10       12             16            20         24
///  | magic  | format | length | payload CRC  | payload len | CRC u32  | number | directory's id | master key's name | cut as text | files,
///  |        | u16    | u16    | u32          | u32         |          | each: path | identity | length | CRC | length of content | content
/// </code>
/// The CRC covers the bytes before it. The payload's numbers are packed, and every text stands behind its length. Files whose content has no length here are
/// stored under <see cref="BackupFile.StoredPath"/>.
/// </summary>
internal static class BackupCatalogue
{
    /// <summary>The format that this code reads and writes.</summary>
    public const ushort Format = 1;

    /// <summary>The longest catalogue, in bytes.</summary>
    public const int MaximumBytes = 512 * 1024 * 1024;

    private const int HeaderLength = 24;

    private static ReadOnlySpan<byte> Magic => "FFBAK\r\n\u001a"u8;

    public static byte[] ToBytes(BackupPoint point)
    {
        var payload = new PackedWriter();
        payload.Number((long)point.Number);
        WriteText(payload, point.DirectoryId);
        WriteText(payload, point.MasterKeyId);
        WriteText(payload, point.Cut.ToText());
        payload.Number(point.Files.Count);
        foreach (var file in point.Files)
        {
            WriteText(payload, file.Path);
            payload.Number((ulong)file.Identity);
            payload.Number(file.Length);
            payload.Number((ulong)file.Crc);
            payload.Number(file.Content.Length);
            payload.Bytes(file.Content.Span);
        }

        var bytes = new byte[HeaderLength + payload.Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Checksum.Of(payload.Written));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), Checksum.Of(bytes.AsSpan(0, 20)));
        payload.Written.CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    /// <summary>Reads a catalogue. The problem is <see langword="null"/> where it is sound.</summary>
    public static (BackupPoint? Point, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes[..8].SequenceEqual(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]) != Checksum.Of(bytes[..20]))
        {
            return (null, "this is not a whole catalogue of a backup: its header does not match its checksum.");
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (format != Format)
        {
            return (null, $"the catalogue has format {format} and this program reads format {Format}: a program of another version wrote it.");
        }

        var payload = bytes[HeaderLength..];
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]) != payload.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) != Checksum.Of(payload))
        {
            return (null, "the content of the catalogue does not match its checksum.");
        }

        try
        {
            return (ReadPayload(payload), null);
        }
        catch (InvalidDataException exception)
        {
            return (null, exception.Message);
        }
    }

    private static BackupPoint ReadPayload(ReadOnlySpan<byte> payload)
    {
        var reader = new PackedReader(payload);
        var number = reader.Count(int.MaxValue);
        var directory = ReadText(ref reader);
        var masterKey = ReadText(ref reader);
        var cut = DirectoryCut.TryParse(ReadText(ref reader)) ?? throw new InvalidDataException("the catalogue does not say what the directory held.");
        var files = new BackupFile[reader.Count(payload.Length)];
        for (var i = 0; i < files.Length; i++)
        {
            var path = ReadText(ref reader);
            var (identity, length, crc) = ((uint)reader.Number(), (long)reader.Number(), (uint)reader.Number());
            files[i] = new(path, identity, length, crc, reader.Bytes(reader.Count(MaximumBytes)).ToArray());
        }

        return new BackupPoint(number, directory, masterKey, cut, files);
    }

    private static void WriteText(PackedWriter writer, string text)
    {
        writer.Number(Encoding.UTF8.GetByteCount(text));
        writer.Bytes(Encoding.UTF8.GetBytes(text));
    }

    private static string ReadText(ref PackedReader reader) => Encoding.UTF8.GetString(reader.Bytes(reader.Count(MaximumBytes)));
}
