using System.Buffers.Binary;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Replication;

/// <summary>Shows the records behind a commit, as the walk through their log comes by.</summary>
/// <param name="after">The commit.</param>
/// <param name="show">Takes each record.</param>
internal sealed class AsideVisitor(long after, Func<AsideRecord, ValueTask> show) : ILogVisitor
{
    private readonly List<AsideRecord> pending = [];
    private readonly List<AsideRecord> whole = [];

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
    {
        if (frame.Commit <= after)
        {
            return;
        }

        var at = header.Count * sizeof(int);
        for (var i = 0; i < header.Count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(body[(i * sizeof(int))..]);
            pending.Add(new AsideRecord(frame.Tenant, body.Slice(at, length).ToArray()));
            at += length;
        }
    }

    public string? EndCommit()
    {
        whole.AddRange(pending);
        pending.Clear();
        return null;
    }

    public async ValueTask EndFrameAsync()
    {
        foreach (var record in whole)
        {
            await show(record);
        }

        whole.Clear();
    }

    public void DropCommit() => pending.Clear();
}
