using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>
/// A change of a state as a record of the log. All numbers are little endian.
/// <code>
///  0      1          2           4          8      16
///  | kind | reserved | name len. | key len. | ETag |  name, key (UTF-8), state
///  | u8   | u8 = 0   | u16       | u32      | i64  |
/// </code>
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StateRecord(StateRecordKind Kind, long ETag, string Name, string Key, int ValueStart)
{
    private const int HeaderLength = 16;

    public static int RequiredBytes(StateKey key, int valueBytes)
        => RecordBatch.RequiredBytesFor(1, HeaderLength + Encoding.UTF8.GetByteCount(key.Name) + Encoding.UTF8.GetByteCount(key.Key) + valueBytes);

    public static void Add(RecordBatch batch, StateRecordKind kind, long etag, StateKey key, ReadOnlySpan<byte> value)
    {
        var nameLength = Encoding.UTF8.GetByteCount(key.Name);
        var keyLength = Encoding.UTF8.GetByteCount(key.Key);
        var length = HeaderLength + nameLength + keyLength + value.Length;
        var bytes = batch.GetSpan(length);
        bytes[0] = (byte)kind;
        bytes[1] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], (ushort)nameLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], keyLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], etag);
        Encoding.UTF8.GetBytes(key.Name, bytes[HeaderLength..]);
        Encoding.UTF8.GetBytes(key.Key, bytes[(HeaderLength + nameLength)..]);
        value.CopyTo(bytes[(HeaderLength + nameLength + keyLength)..]);
        batch.Add(length);
    }

    /// <exception cref="InvalidDataException">The bytes check and are no change of a state: another program wrote them.</exception>
    public static StateRecord Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] is < (byte)StateRecordKind.Write or > (byte)StateRecordKind.Floor)
        {
            throw new InvalidDataException("A record of the states' log is not a change of a state.");
        }

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        var keyLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        return new StateRecord(
            (StateRecordKind)bytes[0],
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            Encoding.UTF8.GetString(bytes.Slice(HeaderLength, nameLength)),
            Encoding.UTF8.GetString(bytes.Slice(HeaderLength + nameLength, keyLength)),
            HeaderLength + nameLength + keyLength);
    }
}
