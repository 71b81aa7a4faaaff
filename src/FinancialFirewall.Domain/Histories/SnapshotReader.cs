using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Histories;

/// <summary>Reads the form that <see cref="HistorySnapshot"/> draws. Whatever it holds is checked: bytes that pass are a table that could have been written.</summary>
internal ref struct SnapshotReader(ReadOnlySpan<byte> snapshot)
{
    private const string CutShort = "It ends too early.";

    private readonly ReadOnlySpan<byte> snapshot = snapshot;
    private SnapshotCursor cursor = new(snapshot.Length < sizeof(ulong) ? default : snapshot[..^sizeof(ulong)]);

    /// <summary>Reads the table.</summary>
    public Result<HistoryTable> Read()
    {
        if (!cursor.TryTake(HistorySnapshot.HeaderLength, out var header))
        {
            return Damaged(CutShort);
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != HistorySnapshot.Magic)
        {
            return Damaged("It does not begin with the mark of a history snapshot.");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]);
        if (version != HistorySnapshot.FormatVersion)
        {
            return new Error(
                ErrorKind.Invalid, "SNAPSHOT_VERSION", "version", $"{version}",
                $"This history snapshot is of a version that cannot be read here; {HistorySnapshot.FormatVersion} is expected.");
        }

        var checksum = default(SnapshotChecksum);
        checksum.Add(snapshot[..^sizeof(ulong)]);
        return checksum.Value() == BinaryPrimitives.ReadUInt64LittleEndian(snapshot[^sizeof(ulong)..])
            ? ReadTable(header)
            : Damaged("Its checksum does not fit its bytes.");
    }

    private Result<HistoryTable> ReadTable(ReadOnlySpan<byte> header)
    {
        var plan = ReadPlan(BinaryPrimitives.ReadUInt16LittleEndian(header[6..]));
        if (!plan.IsSuccess)
        {
            return plan.Errors[0];
        }

        var entries = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        var table = new HistoryTable(plan.Value)
        {
            TrimNext = BinaryPrimitives.ReadInt32LittleEndian(header[12..]),
            Outgrown = BinaryPrimitives.ReadInt64LittleEndian(header[16..]),
        };
        if (entries < 0 || table.TrimNext < 0 || table.TrimNext > entries || table.Outgrown < 0)
        {
            return Damaged("Its header counts what cannot be counted so.");
        }

        for (var i = 0; i < entries; i++)
        {
            if (ReadEntry(table) is { } fault)
            {
                return Damaged(fault);
            }
        }

        return cursor.Left == 0 ? table : Damaged("More follows than its header says.");
    }

    private Result<WindowPlan> ReadPlan(int count)
    {
        var windows = new List<WindowDefinition>();
        for (var i = 0; i < count; i++)
        {
            if (!cursor.TryTake(HistorySnapshot.WindowHeaderLength, out var header)
                || !cursor.TryTake(BinaryPrimitives.ReadUInt16LittleEndian(header[8..]), out var id)
                || !cursor.TryTake(BinaryPrimitives.ReadUInt16LittleEndian(header[10..]), out var series))
            {
                return Damaged(CutShort);
            }

            if (header[1] > 1 || BinaryPrimitives.ReadUInt16LittleEndian(header[2..]) != 0 || !Utf8.IsValid(id) || !Utf8.IsValid(series))
            {
                return Damaged("A window has unknown marks or broken texts.");
            }

            windows.Add(new WindowDefinition(
                Encoding.UTF8.GetString(id), (AggregateFunction)header[0], BinaryPrimitives.ReadInt32LittleEndian(header[4..]), header[1] == 1,
                series.IsEmpty ? null : Encoding.UTF8.GetString(series)));
        }

        var plan = WindowPlan.Create(windows);
        return plan.IsSuccess ? plan : Damaged($"{plan.Errors[0].Member} = {plan.Errors[0].Value}: {plan.Errors[0].Message}");
    }

    private string? ReadEntry(HistoryTable table)
    {
        if (!cursor.TryTake(HistorySnapshot.EntryHeaderLength, out var header)
            || !cursor.TryTake(BinaryPrimitives.ReadUInt16LittleEndian(header), out var key)
            || !cursor.TryTake(BinaryPrimitives.ReadUInt16LittleEndian(header[2..]) * sizeof(ulong), out var devices))
        {
            return CutShort;
        }

        var hash = BinaryPrimitives.ReadUInt64LittleEndian(header[4..]);
        var firstSeen = new Instant(BinaryPrimitives.ReadInt64LittleEndian(header[12..]));
        var latest = BinaryPrimitives.ReadInt64LittleEndian(header[20..]);
        if (key.Length > HistoryTable.MaximumKeyLength || table.Find(key, hash) != HistoryTable.Unseen || latest < firstSeen.UnixMicroseconds)
        {
            return "An entry's key is too long or listed twice, or its clock stands before it was first seen.";
        }

        var number = table.Add(key, hash, firstSeen);
        var view = table.Entry(number);
        view.Header.Latest = latest;
        if (!TryReadDevices(table.Entries, number, devices))
        {
            return "An entry has too many devices, or one of them twice.";
        }

        for (var i = 0; i < table.Plan.Series.Length; i++)
        {
            if (ReadSeries(view.Series(i)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static bool TryReadDevices(EntryStore entries, int entry, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > HistoryTable.MaximumDevicesPerEntry * sizeof(ulong))
        {
            return false;
        }

        for (; !bytes.IsEmpty; bytes = bytes[sizeof(ulong)..])
        {
            var device = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (entries.Devices(entry).Contains(device))
            {
                return false;
            }

            DeviceSeries.See(entries, entry, device);
        }

        return true;
    }

    private string? ReadSeries(SeriesView series)
    {
        if (!cursor.TryTake(HistorySnapshot.SeriesHeaderLength, out var header)
            || !cursor.TryTake(BinaryPrimitives.ReadUInt16LittleEndian(header) * HistorySnapshot.ItemLength(series.Layout.Kind), out var items))
        {
            return CutShort;
        }

        var oldestAge = series.OldestAge(series.Latest);
        if (!SeriesDecoding.TryDecode(ref series, oldestAge, items))
        {
            return "A series holds what no payments could have left.";
        }

        var lost = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        if (lost == HistorySnapshot.NothingLost)
        {
            return null;
        }

        series.Lose(lost);
        return lost <= IBucket.StampMask && series.Misses(oldestAge) ? null : "A series lost a payment that no window can see.";
    }

    private readonly Error Damaged(string what) => new(
        ErrorKind.Malformed, "SNAPSHOT_DAMAGED", "", $"byte {cursor.Position} of {snapshot.Length}",
        $"This is not a whole history snapshot: {what} Restore it, or rebuild the history from the journal.");
}
