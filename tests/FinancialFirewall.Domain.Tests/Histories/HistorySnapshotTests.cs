using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Histories;

public sealed class HistorySnapshotTests
{
    [Fact]
    public void ReadFrom_AnyBitFlippedOrByteMissing_IsRefused()
    {
        var bytes = Written();
        Assert.Equal(2, HistoryTable.ReadFrom(bytes).Value.Plan.Windows.Count);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var read = HistoryTable.ReadFrom(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(read.IsSuccess, $"bit {bit}");
            Assert.Equal(bit / 8 is 4 or 5 ? "SNAPSHOT_VERSION" : "SNAPSHOT_DAMAGED", read.Errors[0].Code);
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(HistoryTable.ReadFrom(bytes.AsSpan(0, length)).IsSuccess, $"length {length}");
        }
    }

    [Fact]
    public void ReadFrom_AnyByteChangedUnderAFittingChecksum_IsRefusedOrReadsAsATableThatWritesTheSame()
    {
        var bytes = Written();
        for (var i = 0; i < bytes.Length - 8; i++)
        {
            foreach (var value in new byte[] { 0, 1, 0x7F, 0xFF, (byte)(bytes[i] + 1) })
            {
                var changed = bytes.ToArray();
                changed[i] = value;
                var checksum = default(SnapshotChecksum);
                checksum.Add(changed.AsSpan(0, changed.Length - 8));
                BitConverter.TryWriteBytes(changed.AsSpan(changed.Length - 8), checksum.Value());
                var read = HistoryTable.ReadFrom(changed);
                if (read.IsSuccess)
                {
                    Assert.Equal(changed, new Ledger { Table = read.Value }.Snapshot());
                }
            }
        }
    }

    private static byte[] Written()
    {
        var ledger = new Ledger(
            new WindowDefinition("sum(amount, 10s)", AggregateFunction.Sum, 10, false, "amount"),
            new WindowDefinition("count(payments, 24h)", AggregateFunction.Count, 86_400, false));
        var start = Ledger.At("2026-03-01T12:00:00Z");
        ledger.Record(start, 5);
        ledger.Record(start.Plus(TimeSpan.FromSeconds(3)), 6);
        ledger.Table.SeeDevice(ledger.Entry, 99);
        return ledger.Snapshot();
    }
}
