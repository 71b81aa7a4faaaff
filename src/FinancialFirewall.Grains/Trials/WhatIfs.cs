using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Assesses a stored assessment again: as another payment, by another policy, or both, from the history as it was then. Nothing is kept or counted.</summary>
public sealed class WhatIfs(ChosenPolicies choices, WhatIfThresholds thresholds, IJournal journal, PolicyCatalog catalog, TrialRoom room, TimeProvider time)
{
    /// <summary>The most records that are read for one answer.</summary>
    public const long MaximumRecords = 2_000_000;

    /// <summary>Answers.</summary>
    /// <returns>
    /// The answer; or <c>ASSESSMENT_UNKNOWN</c>, <c>PERSON_ERASED</c>, <c>HISTORY_TOO_LONG</c>, <c>TRIALS_EXHAUSTED</c>, or why the policy cannot be tried (<see cref="ChosenPolicies"/>, <see cref="WhatIfThresholds"/>).
    /// </returns>
    public async Task<Result<WhatIfAnswer>> AskAsync(TenantId tenant, WhatIfQuestion question, CancellationToken cancellationToken)
    {
        if (!room.TryEnter())
        {
            return TrialErrors.Busy;
        }

        try
        {
            return await FindAsync(tenant, question.Assessment, cancellationToken) is not { } found ? TrialErrors.AssessmentUnknown(question.Assessment.ToGuid())
                : new AssessmentRecord(found.Span).Payment.ErasedAt is not null ? TrialErrors.Erased(question.Assessment.ToGuid())
                : await AskAsync(tenant, question, found, cancellationToken);
        }
        finally
        {
            room.Leave();
        }
    }

    private async Task<ReadOnlyMemory<byte>?> FindAsync(TenantId tenant, AssessmentId id, CancellationToken cancellationToken)
        => id.BelongsTo(tenant) && await journal.ReadRecordAsync(tenant, id.Partition, id.Sequence, cancellationToken) is { } record && AssessmentRouter.IsOf(record.Bytes, id)
            ? record.Bytes
            : default(ReadOnlyMemory<byte>?);

    private async Task<Result<WhatIfAnswer>> AskAsync(TenantId tenant, WhatIfQuestion question, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken)
    {
        var decidedBy = await catalog.GetAsync(tenant, new AssessmentRecord(stored.Span).PolicyVersion);
        var found = await FindPolicyAsync(tenant, question, stored, decidedBy);
        if (!found.IsSuccess)
        {
            return Result.Failure<WhatIfAnswer>(found.Errors);
        }

        var policy = found.Value;
        var asked = question.Payment is { } other && !other.Span.SequenceEqual(new AssessmentRecord(stored.Span).Payment.Bytes) ? other.ToArray() : null;
        var windows = asked is null ? TrialWindows.Missing(policy, [decidedBy]) : TrialWindows.All(policy);
        var history = new WhatIfHistory(new TrialBook(policy, windows, catalog), windows, stored, asked);
        var records = await history.FindAsync(new TrialPeriods(journal, catalog, time, tenant));
        if (records > MaximumRecords)
        {
            return TrialErrors.TooFar(records, MaximumRecords);
        }

        await history.ReadAsync(journal, new TrialPace(journal, time), cancellationToken);
        return new WhatIfAnswer(stored, decidedBy, history.Decide(decidedBy), policy);
    }

    private async Task<Result<CompiledPolicy>> FindPolicyAsync(TenantId tenant, WhatIfQuestion question, ReadOnlyMemory<byte> stored, CompiledPolicy decidedBy)
    {
        var policy = decidedBy;
        if (!question.Choice.IsEmpty)
        {
            var chosen = await choices.FindAsync(tenant, question.Choice);
            if (!chosen.IsSuccess)
            {
                return Result.Failure<CompiledPolicy>(chosen.Errors);
            }

            policy = await new PolicyThen(chosen.Value, question.AsOf, catalog).GetAsync(decidedBy);
        }

        return question.Thresholds is { } others
            ? await thresholds.ChangeAsync(policy, question.Payment ?? new AssessmentRecord(stored.Span).Payment.Bytes.ToArray(), others)
            : policy;
    }
}
