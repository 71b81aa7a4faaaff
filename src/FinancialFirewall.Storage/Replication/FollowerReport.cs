using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Replication;

/// <summary>How a follower is, by what it heard of its leader last.</summary>
/// <param name="Term">The term in which it follows.</param>
/// <param name="HeardAt">When it heard of the leader last, by its own clock; unset where it never did.</param>
/// <param name="CaughtUpAt">The leader's time up to which nothing is missing here; unset where that was never so.</param>
/// <param name="LagCommits">How many commits of the journal the leader had that are missing here.</param>
/// <param name="LagRecords">How many records of them; a quarter of a second old at the most.</param>
/// <param name="LagBytes">How many bytes of the journal, as far as both are in one file; else at least so many.</param>
/// <param name="IsCaughtUp">Whether nothing was missing.</param>
public sealed record FollowerReport(uint Term, Instant HeardAt, Instant CaughtUpAt, long LagCommits, long LagRecords, long LagBytes, bool IsCaughtUp);
