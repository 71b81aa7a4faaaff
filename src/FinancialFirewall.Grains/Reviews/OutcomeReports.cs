using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>Takes reports of what became of payments to the assessments that they are about.</summary>
public sealed class OutcomeReports(AssessmentRouter router, TenantReviews reviews, AuditLog audit)
{
    /// <summary>How many reports are looked up and recorded together.</summary>
    public const int MaximumTogether = 256;

    /// <summary>Records reports, in their order where they are about the same payment, and answers when all of it is on disk.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="reports">At most <see cref="MaximumTogether"/>.</param>
    public async Task<IReadOnlyList<OutcomeAnswer>> ReportAsync(TenantId tenant, IReadOnlyList<OutcomeReport> reports)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reports.Count, MaximumTogether, nameof(reports));
        var by = TenantReviews.CurrentActor;
        var (answers, places, requests) = (new OutcomeAnswer[reports.Count], new List<int>(), new List<FollowUpRequest>());
        var pending = reports.Select(report => FindAsync(tenant, report)).ToList();
        for (var i = 0; i < answers.Length; i++)
        {
            if (await pending[i] is not { } assessment)
            {
                answers[i] = new OutcomeAnswer(default, IsRepeated: false, Unknown(reports[i].Reference));
                continue;
            }

            places.Add(i);
            requests.Add(new FollowUpRequest(assessment, ToFollowUp(reports[i], by)));
        }

        var recorded = requests.Count == 0 ? [] : await reviews.FollowUpAsync(tenant, requests);
        for (var i = 0; i < recorded.Length; i++)
        {
            answers[places[i]] = new OutcomeAnswer(requests[i].Assessment, recorded[i].IsRepeated, recorded[i].Refusal);
        }

        return answers;
    }

    /// <summary>Notes in the audit log that somebody reported outcomes.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="recorded">How many were recorded.</param>
    /// <param name="refused">How many were not.</param>
    public Task<Result<long>> NoteAsync(TenantId tenant, long recorded, long refused)
        => audit.AppendAsync(tenant, new AuditNote("OUTCOMES_REPORTED", "outcomes") { After = JsonSerializer.SerializeToUtf8Bytes(new { recorded, refused }) });

    private static FollowUp ToFollowUp(OutcomeReport report, string by) => new(FollowUpKind.OutcomeReported, by)
    {
        Outcome = report.Outcome,
        Moment = report.At ?? default,
        Text = report.Note,
        Key = report.Key,
    };

    private static Error Unknown(string reference) => new(
        ErrorKind.NotFound, "REFERENCE_UNKNOWN", "transactionReference", reference, "No payment with this reference was assessed.");

    private async Task<AssessmentId?> FindAsync(TenantId tenant, OutcomeReport report)
    {
        if (report.Assessment is { } named)
        {
            return named;
        }

        TenantScope.Enter(tenant);
        return await router.FindByReferenceAsync(tenant, report.Reference, CancellationToken.None) is { } found ? IdOf(tenant, found) : null;
    }

    private static AssessmentId IdOf(TenantId tenant, AssessmentAnswer answer)
    {
        var header = new RecordHeader(answer.Record.Span);
        return AssessmentId.Of(tenant, header.Partition, header.Sequence, header.At);
    }
}
