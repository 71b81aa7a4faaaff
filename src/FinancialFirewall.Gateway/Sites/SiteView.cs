namespace FinancialFirewall.Gateway.Sites;

/// <summary>How this site and the other one are, for people and monitors.</summary>
/// <param name="Role">LEADER, FOLLOWER or FENCED.</param>
/// <param name="Term">The term that it leads or follows in.</param>
/// <param name="Mode">SYNCHRONOUS, ASYNCHRONOUS, or FALLEN_BACK where answers should wait for the follower and do not.</param>
/// <param name="IsWell">Whether payments, or reads on a follower, can be answered as they should.</param>
/// <param name="IsConnected">Whether the other site was heard of lately.</param>
/// <param name="LagCommits">How many commits the follower does not have.</param>
/// <param name="LagRecords">How many records it does not have, of those that were answered.</param>
/// <param name="LagBytes">How many bytes of the journal it does not have, at least.</param>
/// <param name="LagSeconds">For how long something has been missing, or nothing was heard.</param>
/// <param name="Leader">Where payments go, on a follower; empty on a leader.</param>
public sealed record SiteView(
    string Role, uint Term, string Mode, bool IsWell, bool IsConnected, long LagCommits, long LagRecords, long LagBytes, double LagSeconds, string Leader);
