namespace FinancialFirewall.Storage.Replication;

/// <summary>Asks the other site how it is, and lets it know the highest term that is known here: a leader of a lower one is fenced by that.</summary>
public static class SitePing
{
    /// <summary>Asks.</summary>
    /// <param name="link">The way there.</param>
    /// <param name="term">The highest term that is known here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It cannot be reached.</exception>
    public static async ValueTask<SiteSummary> AskAsync(ISiteLink link, uint term, CancellationToken cancellationToken)
    {
        var caller = new SiteCaller(link, term);
        await caller.AskAsync(SiteQuestion.State, "", cancellationToken);
        var report = caller.Report!.Value;
        return new SiteSummary(report.Role, Math.Max(report.Term, report.FencedBy));
    }
}
