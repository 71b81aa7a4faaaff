using FinancialFirewall.Grains.Users;
using Caller = FinancialFirewall.Grains.Tenants.Caller;

namespace FinancialFirewall.Gateway.GraphUsers;

/// <summary>A session as resolvers have it.</summary>
/// <param name="Session">What may be told about it.</param>
/// <param name="IsCurrent">Whether the request came with it.</param>
internal sealed record SessionNode(SessionInfo Session, bool IsCurrent)
{
    /// <summary>A session that somebody looks at.</summary>
    public static SessionNode Of(SessionInfo session, Caller caller) => new(session, string.Equals(session.Id, caller.SessionId, StringComparison.Ordinal));
}
