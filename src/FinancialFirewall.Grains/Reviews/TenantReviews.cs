using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using Orleans;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>The way in to what happens to assessments after their first decision: takes requests to the partitions of the assessments.</summary>
public sealed class TenantReviews(IGrainFactory grains, IJournal journal, ReviewAssignees assignees, AuditLog audit) : IOpenAssessments
{
    private const int PartitionsAtOnce = 8;

    /// <summary>Who is behind the current flow, as follow-ups name actors.</summary>
    public static string CurrentActor => AuditScope.Current is { Id.Length: > 0 } actor ? $"{actor.Kind}/{actor.Id}" : AuditScope.Current.Kind;

    /// <summary>Has something happen to an assessment, and notes it in the audit log; what was asked for before changes nothing.</summary>
    /// <returns>
    /// What is recorded and on disk; or the refusals of <see cref="Domain.Reviews.ReviewRules"/>, <c>ASSESSMENT_UNKNOWN</c>, <c>PERSON_ERASED</c>, <c>ASSIGNEE_UNKNOWN</c>, and those of the journal.
    /// </returns>
    public async Task<Result<FollowUp>> FollowUpAsync(TenantId tenant, ReviewCommand command)
    {
        var assessment = command.Assessment;
        if (command.TakesOver && assessment.BelongsTo(tenant) && await assignees.CheckAsync(tenant, command.Wanted.Assignee) is { } nobody)
        {
            return nobody;
        }

        var answer = (await FollowUpAsync(tenant, [new FollowUpRequest(assessment, command.Wanted, await TakesTwoAsync(tenant, command.Wanted), command.TakesOver)]))[0];
        if (answer.Refusal is { } refusal)
        {
            return refusal;
        }

        var isNoted = answer.IsRepeated || ReviewNotes.Of(assessment, answer.Kept!) is not { } note || (await audit.AppendAsync(tenant, note)).IsSuccess;
        return isNoted ? answer.Kept! : ReviewNotes.NotNoted(assessment);
    }

    /// <inheritdoc cref="FollowUpAsync(TenantId, ReviewCommand)"/>
    public Task<Result<FollowUp>> FollowUpAsync(TenantId tenant, AssessmentId assessment, FollowUp wanted) => FollowUpAsync(tenant, new ReviewCommand(assessment, wanted));

    /// <summary>Has many things happen, in the order of the requests where they are about the same assessment. Nothing is noted in the audit log.</summary>
    public async Task<FollowUpAnswer[]> FollowUpAsync(TenantId tenant, IReadOnlyList<FollowUpRequest> requests)
    {
        TenantScope.Enter(tenant);
        var answers = new FollowUpAnswer[requests.Count];
        var parts = Enumerable.Range(0, requests.Count)
            .GroupBy(i => requests[i].Assessment.BelongsTo(tenant) ? requests[i].Assessment.Partition : -1)
            .Select(part => (Places: part.ToList(), Answers: TakeAsync(tenant, part.Key, [.. part.Select(i => requests[i])])))
            .ToList();
        foreach (var (places, pending) in parts)
        {
            var taken = await pending;
            for (var i = 0; i < taken.Length; i++)
            {
                answers[places[i]] = taken[i];
            }
        }

        return answers;
    }

    /// <summary>What waits in each partition that has anything, in ascending order; a few partitions at a time, so that never all of it is in memory.</summary>
    public async IAsyncEnumerable<PartitionQueue> ReadAsync(TenantId tenant)
    {
        var own = new TenantGrains(grains, tenant);
        foreach (var some in journal.GetPartitions(tenant).Chunk(PartitionsAtOnce))
        {
            TenantScope.Enter(tenant);
            foreach (var pending in Array.ConvertAll(some, end => own.Partition(end.Partition).ListReviews()))
            {
                yield return await pending;
            }
        }
    }

    /// <summary>One that waits; null where it does not, or has left the queue.</summary>
    public async Task<WaitingReview?> FindAsync(TenantId tenant, AssessmentId assessment)
    {
        if (!assessment.BelongsTo(tenant))
        {
            return null;
        }

        TenantScope.Enter(tenant);
        var queue = await new TenantGrains(grains, tenant).Partition(assessment.Partition).ListReviews();
        return queue.Reviews.FirstOrDefault(one => one.Sequence == assessment.Sequence && assessment.IsAt(one.AssessedAt));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<RecordAddress>?> FindOpenAsync(TenantId tenant)
    {
        var open = new HashSet<RecordAddress>();
        await foreach (var queue in ReadAsync(tenant))
        {
            open.UnionWith(queue.Reviews.Select(static one => new RecordAddress(one.Partition, one.Sequence)));
        }

        return open;
    }

    /// <summary>Whether two persons have to agree, as the tenant's settings say now.</summary>
    private async Task<bool> TakesTwoAsync(TenantId tenant, FollowUp wanted)
    {
        TenantScope.Enter(tenant);
        return wanted.Kind == FollowUpKind.DecidedInReview && await grains.GetGrain<ITenantGrain>(tenant.Name).GetProfile() is { Reviews.FourEyes: true };
    }

    private Task<FollowUpAnswer[]> TakeAsync(TenantId tenant, int partition, IReadOnlyList<FollowUpRequest> requests)
        => partition < 0
            ? Task.FromResult(requests.Select(static request => FollowUpAnswer.Refused(AssessmentErrors.Unknown(request.Assessment))).ToArray())
            : new TenantGrains(grains, tenant).Partition(partition).FollowUp(requests);
}
