using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Writes a table in the form that <see cref="HistorySnapshot"/> draws.</summary>
internal sealed class SnapshotWriter(IBufferWriter<byte> output)
{
    private SnapshotChecksum checksum;

    /// <summary>Writes a table.</summary>
    public void Write(HistoryTable table)
    {
        var header = output.GetSpan(HistorySnapshot.HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header, HistorySnapshot.Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], HistorySnapshot.FormatVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (ushort)table.Plan.Windows.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], table.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], table.TrimNext);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], table.Outgrown);
        Commit(header, HistorySnapshot.HeaderLength);
        foreach (var window in table.Plan.Windows)
        {
            WriteWindow(window);
        }

        for (var entry = 0; entry < table.Count; entry++)
        {
            WriteEntry(table, entry);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(output.GetSpan(sizeof(ulong)), checksum.Value());
        output.Advance(sizeof(ulong));
    }

    private void WriteWindow(WindowDefinition window)
    {
        var id = Encoding.UTF8.GetBytes(window.Id);
        var series = Encoding.UTF8.GetBytes(window.SeriesId ?? "");
        var length = HistorySnapshot.WindowHeaderLength + id.Length + series.Length;
        var bytes = output.GetSpan(length);
        bytes[0] = (byte)window.Function;
        bytes[1] = window.OverText ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], (int)window.WindowSeconds);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], (ushort)id.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], (ushort)series.Length);
        id.CopyTo(bytes[HistorySnapshot.WindowHeaderLength..]);
        series.CopyTo(bytes[(HistorySnapshot.WindowHeaderLength + id.Length)..]);
        Commit(bytes, length);
    }

    private void WriteEntry(HistoryTable table, int entry)
    {
        var view = table.Entry(entry);
        var key = table.Key(entry);
        var devices = table.Entries.Devices(entry);
        var length = HistorySnapshot.EntryHeaderLength + key.Length + (devices.Length * sizeof(ulong));
        var bytes = output.GetSpan(length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)key.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], (ushort)devices.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[4..], view.Header.KeyHash);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[12..], view.Header.FirstSeen);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[20..], view.Header.Latest);
        key.CopyTo(bytes[HistorySnapshot.EntryHeaderLength..]);
        var rest = bytes[(HistorySnapshot.EntryHeaderLength + key.Length)..];
        for (var i = 0; i < devices.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest[(i * sizeof(ulong))..], devices[i]);
        }

        Commit(bytes, length);
        for (var i = 0; i < table.Plan.Series.Length; i++)
        {
            WriteSeries(view.Series(i));
        }
    }

    private void WriteSeries(in SeriesView series)
    {
        var length = HistorySnapshot.SeriesHeaderLength + (series.Count * HistorySnapshot.ItemLength(series.Layout.Kind));
        var bytes = output.GetSpan(length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)series.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], series.LostStamp);
        var items = bytes[HistorySnapshot.SeriesHeaderLength..];
        switch (series.Layout.Kind)
        {
            case SeriesKind.Count:
                WriteCounts(series.Items<CountBucket>(), items);
                break;
            case SeriesKind.Last:
                series.Items<byte>().CopyTo(items);
                break;
            default:
                WriteValues(series.Items<ValueBucket>(), items);
                break;
        }

        Commit(bytes, length);
    }

    private static void WriteCounts(ReadOnlySpan<CountBucket> items, Span<byte> bytes)
    {
        for (var i = 0; i < items.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * HistorySnapshot.CountBucketLength)..], items[i].Bits);
        }
    }

    private static void WriteValues(ReadOnlySpan<ValueBucket> items, Span<byte> bytes)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var item = bytes[(i * HistorySnapshot.ValueBucketLength)..];
            BinaryPrimitives.WriteInt64LittleEndian(item, items[i].Value);
            BinaryPrimitives.WriteUInt16LittleEndian(item[8..], items[i].StampBits);
            BinaryPrimitives.WriteUInt16LittleEndian(item[10..], items[i].Payments);
        }
    }

    private void Commit(ReadOnlySpan<byte> bytes, int length)
    {
        checksum.Add(bytes[..length]);
        output.Advance(length);
    }
}
