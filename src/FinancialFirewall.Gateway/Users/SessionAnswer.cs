using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.Users;

/// <summary>A session as it is answered.</summary>
internal sealed record SessionAnswer(string Id, string CreatedAt, string LastSeenAt, string ExpiresAt, string Source, string Agent, bool IsCurrent)
{
    /// <summary>What may be told about a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="current">The id of the session that the request came with; empty for none.</param>
    public static SessionAnswer Of(SessionInfo session, string current) => new(
        session.Id,
        session.CreatedAt.ToString(),
        session.LastSeenAt.ToString(),
        session.ExpiresAt.ToString(),
        session.Source,
        session.Agent,
        string.Equals(session.Id, current, StringComparison.Ordinal));
}
