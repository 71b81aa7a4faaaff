using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>
/// Where a page ended, as text for the outside: base64url of
/// <code>| version u8 = 1 | at i64 | partition i32 | sequence i64 | hash of the filters u64 |</code>
/// A tenant's records stand in one order that never changes (<see cref="FactKey"/>), so the place of the last one is all that is needed, wherever records move.
/// </summary>
internal static class AssessmentCursor
{
    private const int Length = 29;
    private const byte Version = 1;

    /// <summary>The cursor behind which everything before <paramref name="bound"/> comes.</summary>
    public static string Write(FactKey bound, ulong filters)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], bound.At);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], bound.Partition);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[13..], bound.Sequence);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[21..], filters);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor; <see langword="null"/> where it is not one of these filters.</summary>
    public static FactKey? Read(string text, ulong filters)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (!Base64Url.IsValid(utf8, out var length) || length != Length
            || Base64Url.DecodeFromUtf8(utf8, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != Length
            || bytes[0] != Version || BinaryPrimitives.ReadUInt64LittleEndian(bytes[21..]) != filters)
        {
            return null;
        }

        return new(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[13..]));
    }
}
