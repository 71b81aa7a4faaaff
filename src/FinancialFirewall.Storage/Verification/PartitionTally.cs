using System.Globalization;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Verification;

/// <summary>Counts the records of a log by partition, and notices gaps.</summary>
internal sealed class PartitionTally(string log, ArchivedEnds behind) : ILogVisitor
{
    private readonly List<(FrameHeader Frame, RunHeader Run)> runs = [];
    private readonly Dictionary<(TenantId Tenant, int Partition), PartitionReport> partitions = [];

    public IEnumerable<PartitionReport> Partitions
        => partitions.Values.OrderBy(partition => partition.Tenant.Name, StringComparer.Ordinal).ThenBy(partition => partition.Partition);

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body) => runs.Add((frame, header));

    public string? EndCommit()
    {
        string? problem = null;
        foreach (var (frame, run) in runs)
        {
            problem ??= Count(frame, run);
        }

        DropCommit();
        return problem;
    }

    public void DropCommit() => runs.Clear();

    /// <summary>The sequence that the first run follows: what segments have, or where that is not known, whatever is right.</summary>
    private long Begin(in FrameHeader frame, in RunHeader run) => behind.Find(frame.Tenant, run.Partition) ?? run.FirstSequence - 1;

    private string? Count(in FrameHeader frame, in RunHeader run)
    {
        var key = (frame.Tenant, run.Partition);
        var last = run.FirstSequence + run.Count - 1;
        var known = partitions.GetValueOrDefault(key)
            ?? new PartitionReport(log, frame.Tenant, run.Partition, 0, run.FirstSequence, Begin(frame, run), frame.Written, frame.Written);
        partitions[key] = known with { Records = known.Records + run.Count, LastSequence = last, LastWritten = frame.Written };
        return run.FirstSequence == known.LastSequence + 1
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"record {run.FirstSequence} of {frame.Tenant}/{run.Partition} follows record {known.LastSequence}.");
    }
}
