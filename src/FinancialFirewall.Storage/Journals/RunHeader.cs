using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Stands before the records of one partition that were appended together. All numbers are little endian.
/// <code>
///  0      2          4           8       16               24      28           32           36        40    56
///  | kind | reserved | partition | epoch | first sequence | count | bytes of   | key number | counter | tag |  sealed: u32 length of each
///  | u16  | u16 = 0  | i32       | i64   | i64            | i32   | records i32| u32        | u32     | 16  |  record, then the records
/// </code>
/// A run is sealed by itself, so that it can be read and proved without the frame around it: AES-256-GCM under the key of the tenant with this number, with
/// the nonce that the file's salt and the counter make, over the first 40 bytes as they are and the rest encrypted. Counters ascend through a file, those of
/// frames included.
/// </summary>
/// <param name="Partition">The partition.</param>
/// <param name="Epoch">The epoch of whoever wrote it.</param>
/// <param name="FirstSequence">The sequence of the first record.</param>
/// <param name="Count">The number of records, at least one.</param>
/// <param name="RecordBytes">The length of all records together.</param>
/// <param name="KeyNumber">The number of the tenant's key.</param>
/// <param name="Counter">The second part of the nonce.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunHeader(
    int Partition, long Epoch, long FirstSequence, int Count, int RecordBytes, uint KeyNumber = 0, uint Counter = 0)
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 56;

    /// <summary>The kind of a run of records, the only one so far.</summary>
    public const ushort RecordsKind = 1;

    private const int FactsLength = 40;

    /// <summary>The length of the run with everything in it.</summary>
    public int RunLength => Length + (4 * Count) + RecordBytes;

    /// <summary>Writes the header and seals, in place, the lengths and records that stand behind it.</summary>
    /// <param name="run">The run, <see cref="RunLength"/> bytes.</param>
    /// <param name="cipher">The tenant's cipher; its number takes the place of <see cref="KeyNumber"/>.</param>
    /// <param name="nonces">The file's nonces; the one that is taken takes the place of <see cref="Counter"/>.</param>
    public void Seal(Span<byte> run, TenantCipher cipher, NonceSequence nonces)
    {
        Span<byte> nonce = stackalloc byte[TenantCipher.NonceLength];
        var header = this with { KeyNumber = cipher.KeyNumber, Counter = nonces.Take(nonce) };
        header.WriteFacts(run);
        var body = run[Length..];
        cipher.Seal(nonce, body, body, run[FactsLength..Length], run[..FactsLength]);
    }

    /// <summary>Opens the run that <see cref="Seal"/> sealed, with the header as it was read from it.</summary>
    /// <param name="run">The run, <see cref="RunLength"/> bytes.</param>
    /// <param name="body">Takes the lengths and records; it may be those bytes of <paramref name="run"/> themselves.</param>
    /// <param name="cipher">The tenant's cipher of <see cref="KeyNumber"/>.</param>
    /// <param name="salt">The salt of the file.</param>
    /// <returns>What is wrong; <see langword="null"/> where every byte is what was sealed.</returns>
    public string? Open(ReadOnlySpan<byte> run, Span<byte> body, TenantCipher cipher, ulong salt)
    {
        Span<byte> nonce = stackalloc byte[TenantCipher.NonceLength];
        NonceSequence.Write(nonce, salt, Counter);
        if (!cipher.TryOpen(nonce, run[Length..RunLength], run[FactsLength..Length], body, run[..FactsLength]))
        {
            return $"a run of records is not what key {KeyNumber} of '{cipher.Tenant}' sealed at this place.";
        }

        return LengthsAddUp(body) ? null : "the lengths of a run's records do not add up.";
    }

    /// <summary>
    /// Reads the header of the run at the start of <paramref name="bytes"/>. The problem is <see langword="null"/> where it has the shape of one that fits;
    /// only opening the run proves it.
    /// </summary>
    public static (RunHeader Header, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            return (default, $"a run header needs {Length} bytes and {bytes.Length} are left.");
        }

        var header = ReadFacts(bytes);
        if (!header.Fits(bytes.Length))
        {
            return (default, "a run claims more than the bytes that are there.");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) == RecordsKind
            ? (header, null)
            : (default, "a run is of a kind that nothing of this format writes.");
    }

    private void WriteFacts(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, RecordsKind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], Partition);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Epoch);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], FirstSequence);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[28..], RecordBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[32..], KeyNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[36..], Counter);
    }

    private static RunHeader ReadFacts(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[36..]));

    private bool Fits(int available)
        => Count > 0 && RecordBytes >= 0 && Partition is >= 0 and <= ushort.MaxValue && Length + (4L * Count) + RecordBytes <= available;

    private bool LengthsAddUp(ReadOnlySpan<byte> body)
    {
        var total = 0L;
        for (var i = 0; i < Count; i++)
        {
            total += BinaryPrimitives.ReadUInt32LittleEndian(body[(4 * i)..]);
        }

        return total == RecordBytes;
    }
}
