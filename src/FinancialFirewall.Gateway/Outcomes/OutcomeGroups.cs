using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>Records groups of reports, among which some may be none.</summary>
public static class OutcomeGroups
{
    /// <summary>Records what can be recorded, and says of each line what became of it, in their order.</summary>
    /// <param name="outcomes">Takes the reports.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="lines">At most <see cref="OutcomeReports.MaximumTogether"/>.</param>
    public static async Task<IReadOnlyList<OutcomeResult>> ReportAsync(OutcomeReports outcomes, TenantId tenant, IReadOnlyList<OutcomeLine> lines)
    {
        var reports = lines.Select(static line => line.Document.IsSuccess ? line.Document.Value.Read() : Result.Failure<OutcomeReport>(line.Document.Errors)).ToList();
        var answers = await outcomes.ReportAsync(tenant, [.. reports.Where(static report => report.IsSuccess).Select(static report => report.Value)]);
        var results = new List<OutcomeResult>(lines.Count);
        var next = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            results.Add(reports[i].IsSuccess ? ResultOf(lines[i], answers[next++]) : new OutcomeResult(lines[i], null, reports[i].Errors));
        }

        return results;
    }

    private static OutcomeResult ResultOf(OutcomeLine line, OutcomeAnswer answer)
        => answer.Refusal is { } refusal ? new OutcomeResult(line, null, [refusal]) : new OutcomeResult(line, answer, []);
}
