using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Trials;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Shadows;

/// <summary>A draft that runs beside the policy in force, or that did.</summary>
/// <param name="draft">The draft as it was started.</param>
/// <param name="policy">The draft, compiled for the version in force then.</param>
/// <param name="startedAt">When.</param>
/// <param name="catalog">The policies that decided.</param>
internal sealed class RunningShadow(StoredDraft draft, CompiledPolicy policy, Instant startedAt, PolicyCatalog catalog) : IDisposable
{
    /// <summary>The most memory that its windows may take, in bytes.</summary>
    public const long MaximumBytes = 128 << 20;

    private readonly ShadowTally tally = new(policy.Tenant);
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<int, long> ends = [];
    private TenantTimeline? timeline;

    /// <summary>The draft as it was started.</summary>
    public StoredDraft Draft { get; } = draft;

    /// <summary>What it decides from.</summary>
    public TrialBook Book { get; } = new(policy, TrialWindows.All(policy), catalog);

    /// <summary>The version in force for which the draft is compiled.</summary>
    public int CompiledFor { get; set; } = policy.Version - 1;

    /// <summary>How it stands.</summary>
    public ShadowStatus Status { get; private set; } = ShadowStatus.Filling;

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning => Status is ShadowStatus.Filling or ShadowStatus.Running;

    private TenantId Tenant => Book.Policy.Tenant;

    /// <summary>Finds where to begin: what is there now is counted as far back as windows reach, and what comes from here on is decided.</summary>
    public async Task OpenAsync(IJournal journal, TimeProvider time)
    {
        foreach (var end in journal.GetPartitions(Tenant))
        {
            ends[end.Partition] = end.LastSequence;
        }

        var positions = Book.Reach > TimeSpan.Zero
            ? await new TimelineStart(journal, Tenant, time).FindAsync(Book.Reach)
            : [.. Enumerable.Range(0, TenantGrainKeys.Partitions).Select(partition => ends.GetValueOrDefault(partition))];
        timeline = new TenantTimeline(journal, Tenant, positions);
    }

    /// <summary>Reads what was committed since, to the end, unless it is ended.</summary>
    public async Task AdvanceAsync()
    {
        var stopping = stop.Token;
        try
        {
            await timeline!.ReadAsync(TakeAsync, stopping);
            Status = Status == ShadowStatus.Filling ? ShadowStatus.Running : Status;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It was ended; what was counted stays.
        }
    }

    /// <summary>Ends it.</summary>
    public void End(ShadowStatus status)
    {
        if (IsRunning)
        {
            Status = status;
            stop.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    /// <summary>What was counted.</summary>
    public ShadowReport Describe(IJournal journal) => new(Draft.Id, Draft.Tag(), Status, startedAt)
    {
        Compared = tally.Compared,
        Different = tally.Different,
        Pairs = tally.Pairs,
        Factors = tally.Factors,
        OtherFactors = tally.OtherFactors,
        Samples = tally.Samples,
        Behind = IsRunning ? journal.GetPartitions(Tenant).Sum(end => end.LastSequence - (timeline?.Positions[end.Partition] ?? 0)) : 0,
    };

    private async ValueTask TakeAsync(ReadOnlyMemory<byte> record)
    {
        if (!IsRunning)
        {
            // What is still read when it is ended.
            return;
        }

        if (!IsDecided(record))
        {
            Book.Count(record);
        }
        else
        {
            var live = await catalog.GetAsync(Tenant, new AssessmentRecord(record.Span).PolicyVersion);
            tally.Add(record.Span, live, Book.Decide(record, live), Book.Policy);
            Book.CountDecided(new AssessmentRecord(record.Span).Outcome.IsAccepted);
        }

        if (Book.AllocatedBytes > MaximumBytes)
        {
            End(ShadowStatus.TooLarge);
        }
    }

    /// <summary>Whether a record is decided and not only counted: an assessment since the start, whose person is not erased.</summary>
    private bool IsDecided(ReadOnlyMemory<byte> record)
    {
        var header = new RecordHeader(record.Span);
        return header.Kind == RecordKind.Assessment && header.Sequence > ends.GetValueOrDefault(header.Partition) && new AssessmentRecord(record.Span).Payment.ErasedAt is null;
    }
}
