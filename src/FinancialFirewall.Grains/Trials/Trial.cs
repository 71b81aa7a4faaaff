using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Has a policy decide stored payments again, and compares. Nothing that was decided changes, and nothing waits for it.</summary>
internal sealed class Trial
{
    /// <summary>The most memory that its windows may take, in bytes.</summary>
    public const long MaximumBytes = 256 << 20;

    /// <summary>How many records are counted between two looks at the memory that windows take.</summary>
    private const int Unmeasured = 4_096;

    private readonly IJournal journal;
    private readonly PolicyThen policies;
    private readonly PolicyCatalog catalog;
    private readonly TrialBook book;
    private readonly TrialTally tally;
    private readonly KnownTally known;
    private readonly TrialPace pace;
    private readonly bool fillsWindows;
    private CompiledPolicy? decidedBy;
    private CancellationToken stopping;

    /// <summary>Gets ready to read a period.</summary>
    /// <param name="setup">What is tried, and on what.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="catalog">The policies that decided.</param>
    /// <param name="time">Measures the work.</param>
    public Trial(TrialSetup setup, IJournal journal, PolicyCatalog catalog, TimeProvider time)
    {
        (Period, this.journal, this.catalog, fillsWindows) = (setup.Period, journal, catalog, !setup.Windows.IsEmpty);
        var policy = setup.Chosen.Compiled;
        policies = new PolicyThen(setup.Chosen, setup.AsOf, catalog);
        book = new TrialBook(policy, setup.Windows, catalog);
        tally = new TrialTally(policy.Tenant, setup.Samples);
        known = new KnownTally(Period.Decide);
        pace = new TrialPace(journal, time);
    }

    /// <summary>What it reads.</summary>
    public TrialPeriod Period { get; }

    /// <summary>How many records it has read.</summary>
    public long Read { get; private set; }

    /// <summary>How many payments it has compared.</summary>
    public long Compared => tally.Compared;

    private TenantId Tenant => book.Policy.Tenant;

    /// <summary>What it has found so far.</summary>
    public PolicyReport Describe() => tally.Describe(Period.WindowsSince) with { Known = known.Describe(Period.HasAllOutcomes) };

    /// <summary>Reads all of its period.</summary>
    /// <returns>Whether it came to the end; false where its windows took more memory than they may.</returns>
    /// <exception cref="OperationCanceledException">It was ended before.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        // What ends the reading from the inside is no failure.
        using var full = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stopping = full.Token;
        try
        {
            await ReadAsync(Period.Begin, Period.End, TakeAsync, full);
            await ReadAsync(Period.End, Period.OutcomesEnd, TakeOutcomeAsync, full);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private Task ReadAsync(IReadOnlyList<long> begin, IReadOnlyList<long> end, Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationTokenSource full)
        => new TenantTimeline(journal, Tenant, begin, end).ReadAsync(
            async record =>
            {
                await pace.RestAsync(stopping);
                await take(record);
                if (++Read % Unmeasured == 0 && book.AllocatedBytes + known.AllocatedBytes > MaximumBytes)
                {
                    await full.CancelAsync();
                    stopping.ThrowIfCancellationRequested();
                }
            },
            stopping);

    private async ValueTask TakeAsync(ReadOnlyMemory<byte> record)
    {
        if (VersionOf(record) is { } version && version != decidedBy?.Version)
        {
            decidedBy = await catalog.GetAsync(Tenant, version);
            book.Adopt(await policies.GetAsync(decidedBy));
        }

        Take(record);
    }

    private ValueTask TakeOutcomeAsync(ReadOnlyMemory<byte> record)
    {
        if (new RecordHeader(record.Span).Kind == RecordKind.FollowUp)
        {
            known.Take(new FollowUpRecord(record.Span));
        }

        return ValueTask.CompletedTask;
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        var header = new RecordHeader(bytes.Span);
        var isDecided = header.Kind == RecordKind.Assessment && header.Sequence > Period.Decide[header.Partition];
        if (!isDecided || new AssessmentRecord(bytes.Span).Payment.ErasedAt is not null)
        {
            Pass(bytes, isDecided);
            return;
        }

        var record = new AssessmentRecord(bytes.Span);
        var payment = new TriedPayment(record, book.Decide(bytes, decidedBy!));
        tally.Add(payment, decidedBy!, book.Policy);
        known.Add(payment);
        if (fillsWindows)
        {
            book.CountDecided(payment.Before.IsAccepted);
        }
    }

    /// <summary>Counts a record that is not decided: it is from before the period, or no assessment, or its person is erased.</summary>
    private void Pass(ReadOnlyMemory<byte> bytes, bool isErased)
    {
        if (isErased)
        {
            tally.AddErased();
        }
        else if (new RecordHeader(bytes.Span).Kind == RecordKind.FollowUp)
        {
            known.Take(new FollowUpRecord(bytes.Span));
        }

        if (fillsWindows)
        {
            book.Count(bytes);
        }
    }

    private static int? VersionOf(ReadOnlyMemory<byte> record)
        => new RecordHeader(record.Span).Kind == RecordKind.Assessment ? new AssessmentRecord(record.Span).PolicyVersion : null;
}
