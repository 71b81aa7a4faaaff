using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// Which segments count, and how far the log has moved into them: <c>manifest.ff</c>, replaced as a whole. All numbers are little endian.
/// <code>
///  0        8        10       12               16            20       24
///  | magic  | format | length | payload length | payload CRC | CRC    | file | its length | its CRC | its last commit | segments,
///  |        | u16    | u16    | u32            | u32         | u32    | each: tenant's length and name | first file | last file | length | CRC | revision,
///  |        |        |        |                |             |        | removed, each: tenant's length and name | partition | last sequence | epoch
/// </code>
/// The CRC covers the bytes before it. The payload's numbers are packed. Format 1 has no revisions, and nothing that was removed.
/// </summary>
/// <param name="Moved">Where the last log file ended that is in segments as a whole; unset where there is none.</param>
/// <param name="Segments">The segments, those of a tenant in the order of their files.</param>
/// <param name="Removed">What was removed of partitions, by tenant and partition.</param>
internal sealed record SegmentManifest(LogChain Moved, IReadOnlyList<SegmentEntry> Segments, IReadOnlyList<RemovedPartition> Removed)
{
    /// <summary>The length of what stands before the payload.</summary>
    public const int HeaderLength = 24;

    /// <summary>The newest format that this code reads, and the one that it writes.</summary>
    public const ushort Format = 2;

    /// <summary>The name of the file.</summary>
    public const string FileName = "manifest.ff";

    private const int MaximumBytes = 256 * 1024 * 1024;
    private const string Unfinished = FileName + ".tmp";

    private static ReadOnlySpan<byte> Magic => "FFMAN\r\n\u001a"u8;

    /// <summary>Reads the manifest of a directory; one without segments where there is none. Refusals: <c>STORAGE_DAMAGED</c>, <c>STORAGE_NEWER</c>.</summary>
    public static async ValueTask<Result<SegmentManifest>> ReadAsync(IDisk disk, string directory)
    {
        var path = $"{directory}/{FileName}";
        if (!await disk.ExistsAsync(path))
        {
            return new SegmentManifest(default, [], []);
        }

        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var bytes = new byte[Math.Min(MaximumBytes, await file.GetLengthAsync())];
        var read = await file.ReadAsync(0, bytes);
        try
        {
            return Parse(path, bytes.AsSpan(0, read));
        }
        catch (InvalidDataException exception)
        {
            return Damage(path, exception.Message);
        }
    }

    /// <summary>Replaces the manifest of a directory, durably.</summary>
    public async ValueTask WriteAsync(IDisk disk, string directory)
    {
        var bytes = ToBytes();
        await disk.DeleteAsync($"{directory}/{Unfinished}");
        await using (var file = await disk.CreateAsync($"{directory}/{Unfinished}", DiskFileUse.Write))
        {
            await file.WriteAsync(0, [bytes]);
            await file.FlushAsync();
        }

        await disk.RenameAsync($"{directory}/{Unfinished}", $"{directory}/{FileName}");
        await disk.SyncDirectoryAsync(directory);
    }

    internal byte[] ToBytes()
    {
        var payload = new PackedWriter();
        payload.Number((ulong)Moved.File);
        payload.Number(Moved.Length);
        payload.Number((ulong)Moved.Crc);
        payload.Number(Moved.Commit);
        payload.Number(Segments.Count);
        foreach (var segment in Segments)
        {
            WriteTenant(payload, segment.Tenant);
            payload.Number((ulong)segment.FirstFile);
            payload.Number((ulong)segment.LastFile);
            payload.Number(segment.Length);
            payload.Number((ulong)segment.Crc);
            payload.Number((ulong)segment.Revision);
        }

        payload.Number(Removed.Count);
        foreach (var partition in Removed)
        {
            WriteTenant(payload, partition.Tenant);
            payload.Number(partition.Partition);
            payload.Number(partition.LastSequence);
            payload.Signed(partition.Epoch);
        }

        var bytes = new byte[HeaderLength + payload.Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Checksum.Of(payload.Written));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), Checksum.Of(bytes.AsSpan(0, 20)));
        payload.Written.CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    private static Result<SegmentManifest> Parse(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes[..8].SequenceEqual(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]) != Checksum.Of(bytes[..20]))
        {
            return Damage(path, "its header does not match its checksum.");
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (format is 0 or > Format)
        {
            var newer = new StorageDamage(
                path, 0, $"it has format {format} and this program reads up to format {Format}.", "Use the program that wrote it, or a newer one.");
            return new Error(ErrorKind.Unavailable, "STORAGE_NEWER", path, $"{format}", newer.ToString());
        }

        var payload = bytes[HeaderLength..];
        return payload.Length == BinaryPrimitives.ReadInt32LittleEndian(bytes[12..])
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]) == Checksum.Of(payload)
                ? ReadPayload(payload, format)
                : Damage(path, "its content does not match its checksum.");
    }

    private static SegmentManifest ReadPayload(ReadOnlySpan<byte> payload, ushort format)
    {
        var reader = new PackedReader(payload);
        var moved = new LogChain((uint)reader.Number(), (long)reader.Number(), (uint)reader.Number(), (long)reader.Number());
        var segments = new SegmentEntry[reader.Count(payload.Length)];
        for (var i = 0; i < segments.Length; i++)
        {
            var tenant = ReadTenant(ref reader);
            segments[i] = new(tenant, (uint)reader.Number(), (uint)reader.Number(), (long)reader.Number(), (uint)reader.Number())
            {
                Revision = format == 1 ? 0 : (uint)reader.Number(),
            };
        }

        var removed = new RemovedPartition[format == 1 ? 0 : reader.Count(payload.Length)];
        for (var i = 0; i < removed.Length; i++)
        {
            removed[i] = new(ReadTenant(ref reader), reader.Count(ushort.MaxValue), (long)reader.Number(), reader.Signed());
        }

        return new(moved, segments, removed);
    }

    private static void WriteTenant(PackedWriter payload, TenantId tenant)
    {
        payload.Number(tenant.Name.Length);
        payload.Bytes(Encoding.ASCII.GetBytes(tenant.Name));
    }

    private static TenantId ReadTenant(ref PackedReader reader)
    {
        var name = Encoding.ASCII.GetString(reader.Bytes(reader.Count(TenantId.MaximumLength)));
        return TenantId.IsValid(name) ? new TenantId(name) : throw new InvalidDataException($"'{name}' is no tenant.");
    }

    private static Error Damage(string path, string found) => new StorageDamage(path, 0, found, StorageDamage.RestoreAdvice).ToError();
}
