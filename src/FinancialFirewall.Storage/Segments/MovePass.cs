using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Takes the records of some tenants out of a complete log file, as it is walked, into a segment each.</summary>
internal sealed class MovePass(SegmentStore store, IFactReader facts, uint file, Instant now, IReadOnlySet<TenantId> done) : ILogVisitor
{
    /// <summary>How many segments are written at once; the others take another walk through the log file.</summary>
    public const int MaximumTenants = 64;

    private readonly Dictionary<TenantId, SegmentBuilder> builders = [];
    private readonly Dictionary<TenantId, SegmentFileWriter> files = [];

    /// <summary>Whether there are tenants that this walk left for the next.</summary>
    public bool HasMore { get; private set; }

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
    {
        if (done.Contains(frame.Tenant))
        {
            return;
        }

        if (!builders.TryGetValue(frame.Tenant, out var builder))
        {
            if (builders.Count == MaximumTenants)
            {
                HasMore = true;
                return;
            }

            var writer = store.Begin(new SegmentHeader(frame.Tenant, file, file, now));
            files.Add(frame.Tenant, writer);
            builders.Add(frame.Tenant, builder = new SegmentBuilder(writer, facts, new RecordSealer(store.Persons.GetOrCreate(frame.Tenant))));
        }

        builder.Add(header, body);
    }

    public string? EndCommit() => null;

    public void DropCommit()
    {
        // A complete file has no unfinished commit: the walk reports damage, and nothing of this pass is used.
    }

    public async ValueTask EndFrameAsync()
    {
        foreach (var builder in builders.Values)
        {
            await builder.DrainAsync();
        }
    }

    /// <summary>Completes the segments; they do not count yet.</summary>
    public async ValueTask<List<Segment>> FinishAsync()
    {
        var segments = new List<Segment>();
        foreach (var (tenant, builder) in builders)
        {
            await store.Persons.KeepAsync(tenant);
            var (length, crc) = await builder.FinishAsync();
            segments.Add(await store.PlaceAsync(new SegmentEntry(tenant, file, file, length, crc)));
        }

        return segments;
    }

    /// <summary>Closes what was not finished.</summary>
    public async ValueTask CloseAsync()
    {
        foreach (var builder in builders.Values)
        {
            builder.Dispose();
        }

        foreach (var writer in files.Values)
        {
            await writer.DisposeAsync();
        }
    }
}
