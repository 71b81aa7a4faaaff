using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Storage.Replication;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Sites;

/// <summary>A leader as people and monitors see it.</summary>
internal static class LeaderView
{
    private const string Synchronous = "SYNCHRONOUS";

    /// <summary>Looks at a leader. Payments are answered as they should unless it is fenced, or waits for a follower that says nothing, or has not said yet what it has.</summary>
    public static SiteView Of(LeaderReport report, SiteOptions options, bool mayAnswer)
    {
        var isHeard = report.HeardAt is not null && report.Since < options.Patience;
        var mode = report.IsFallenBack ? "FALLEN_BACK" : options.IsSynchronous ? Synchronous : "ASYNCHRONOUS";
        var isWell = mayAnswer && report.FencedBy is null && (mode is not Synchronous || isHeard);
        var lagSeconds = report.IsCaughtUp && isHeard ? 0 : report.Since.TotalSeconds;
        var role = report.FencedBy is null ? SiteRole.Leader : SiteRole.Fenced;
        return new SiteView(SiteRecord.NameOf(role), report.Term, mode, isWell, isHeard, report.LagCommits, report.LagRecords, report.LagBytes, lagSeconds, "");
    }
}
