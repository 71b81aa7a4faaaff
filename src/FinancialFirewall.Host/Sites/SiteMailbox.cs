using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Sites;

namespace FinancialFirewall.Host.Sites;

/// <summary>What the command line asks a site that is running.</summary>
internal static class SiteMailbox
{
    /// <summary>The name of the mailbox in the data directory.</summary>
    public const string Name = "site";

    /// <summary>How is it?</summary>
    public const string Status = "status";

    /// <summary>Take over from the leader, which must answer.</summary>
    public const string Promote = "promote";

    /// <summary>Take over from a leader that does not answer.</summary>
    public const string PromoteLost = "promote leader-lost";

    /// <summary>Answers <see cref="Status"/>, and refuses everything else.</summary>
    public static Result<string> Answer(string text, SiteView view) => text is Status
        ? Describe(view)
        : new Error(ErrorKind.Conflict, "SITE_NO_FOLLOWER", "role", view.Role, "This site leads already: only a follower can be promoted.");

    /// <summary>How a site is, in lines.</summary>
    public static string Describe(SiteView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Role: {view.Role}{(view.Leader.Length > 0 ? $" of {view.Leader}" : "")}
        Term: {view.Term}
        Mode: {view.Mode}
        Other site: {(view.IsConnected ? "connected" : "not heard of")}
        Lag: {view.LagCommits:N0} commits, {view.LagRecords:N0} records, {view.LagBytes:N0} bytes, {view.LagSeconds:0.0} s
        """);
}
