using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Privacy;

/// <summary>
/// What the records keep of persons. Whoever asks waits until what is in the log at that moment is in segments: there everything about a person is found, and there
/// it is sealed with a key that can be destroyed. All members may be called by many at once; those who come at the same time wait for each other.
/// </summary>
public sealed class PersonArchive
{
    private readonly SegmentStore segments;
    private readonly ArchiveWorker worker;
    private readonly CommitLog log;
    private readonly TimeProvider time;

    internal PersonArchive(SegmentStore segments, ArchiveWorker worker, CommitLog log, TimeProvider time)
        => (this.segments, this.worker, this.log, this.time) = (segments, worker, log, time);

    /// <summary>The keys of a tenant's persons, and what was erased; <see langword="null"/> where nothing was ever sealed.</summary>
    public PersonKeys? KeysOf(TenantId tenant) => segments.Persons.Find(tenant);

    /// <summary>The tenants that have an erasure which is not finished.</summary>
    public IReadOnlyList<TenantId> Unfinished
        => [.. segments.Persons.Tenants.Where(tenant => segments.Persons.Find(tenant)!.Erasures.Any(static erasure => !erasure.IsFinished))];

    /// <summary>Finds the payments of a person.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The person.</param>
    /// <param name="found">Is told of each record that can be read; its bytes are valid until the task completes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    /// <exception cref="IOException">The log could not be moved.</exception>
    public async Task<PersonFindings> FindAsync(
        TenantId tenant, Person person, Func<ReadOnlyMemory<byte>, ValueTask>? found = null, CancellationToken cancellationToken = default)
    {
        await MoveAllAsync(static () => ValueTask.CompletedTask);
        return await SearchOf(tenant).FindAsync(person, found, cancellationToken);
    }

    /// <summary>
    /// Destroys the keys of a person's payments, all at once: from then on nobody can read what they say about the person. Once the task completes, the log has
    /// nothing of it either. What others derived from the records is theirs to forget, until <see cref="FinishAsync"/>. Where nothing can be read,
    /// nothing happens. Refusal: <c>ERASURES_FULL</c>.
    /// </summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<Result<PersonFindings>> EraseAsync(TenantId tenant, Person person, CancellationToken cancellationToken = default)
    {
        var result = default(Result<PersonFindings>);
        await MoveAllAsync(async () => result = await DestroyAsync(tenant, person, cancellationToken));
        if (result is { IsSuccess: true, Value.ErasedAt: not null })
        {
            // What came into the log meanwhile and is not younger than the erasure is left out as it is moved.
            await MoveAllAsync(static () => ValueTask.CompletedTask);
        }

        return result!;
    }

    /// <summary>Notes that everything is gone that was derived from what was erased so far.</summary>
    /// <exception cref="IOException">The disk could not keep it.</exception>
    public Task FinishAsync(TenantId tenant) => worker.RunAfterAsync(0, () => segments.Persons.Find(tenant) is { } keys
        ? segments.Persons.ReplaceAsync(tenant, keys.Finished())
        : ValueTask.CompletedTask);

    /// <summary>Puts a tenant's keys on disk, where they are not, before anything is moved that they would seal. Call it while nothing is moved.</summary>
    /// <exception cref="IOException">The disk could not keep them.</exception>
    internal ValueTask KeepAsync(TenantId tenant) => segments.Persons.KeepAsync(tenant);

    /// <summary>Takes over the keys of another copy of the directory, while nothing is moved.</summary>
    /// <returns>What is wrong with them; <see langword="null"/> where they were taken over.</returns>
    /// <exception cref="IOException">The disk could not keep them.</exception>
    internal async Task<string?> AdoptAsync(TenantId tenant, ReadOnlyMemory<byte> file)
    {
        var problem = default(string);
        await worker.RunAfterAsync(0, async () => problem = await segments.Persons.AdoptAsync(tenant, file));
        return problem;
    }

    /// <summary>Does something while nothing is moved, once everything is in segments that was appended before the call.</summary>
    private async Task MoveAllAsync(Func<ValueTask> work) => await worker.RunAfterAsync(await log.CompleteFileAsync(), work);

    private PersonSearch SearchOf(TenantId tenant) => new(segments, tenant, segments.Persons.GetOrCreate(tenant));

    private async ValueTask<Result<PersonFindings>> DestroyAsync(TenantId tenant, Person person, CancellationToken cancellationToken)
    {
        var findings = await SearchOf(tenant).FindAsync(person, null, cancellationToken);
        if (findings.Payments == 0)
        {
            return findings;
        }

        var keys = segments.Persons.GetOrCreate(tenant);
        if (keys.Erasures.Count + findings.Erasures.Count > PersonKeys.MaximumErasures)
        {
            return PersonErrors.TooMany(keys.Erasures.Count);
        }

        var now = Instant.From(time.GetUtcNow());
        var at = now < findings.Last ? findings.Last : now;
        await segments.Persons.ReplaceAsync(tenant, keys.Without(findings.Erasures.Select(erasure => erasure with { At = at })));
        findings.ErasedAt = at;
        return findings;
    }
}
