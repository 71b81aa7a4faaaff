using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Who is signed in, and what a page needs to act for it.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="User">The user.</param>
/// <param name="Session">The session.</param>
/// <param name="CsrfToken">What the header <c>X-CSRF-Token</c> must carry.</param>
/// <param name="MustSetUpSecondFactor">Whether nothing else can be done until a second factor is set up.</param>
internal sealed record SignedInAnswer(string TenantId, UserAnswer User, SessionAnswer Session, string CsrfToken, bool MustSetUpSecondFactor)
{
    /// <summary>A session that began just now.</summary>
    public static SignedInAnswer Of(string tenant, StartedSession started) => new(
        tenant,
        UserAnswer.Of(started.User),
        SessionAnswer.Of(started.Session, started.Session.Id),
        Authentication.CsrfToken.Of(started.Token),
        started.MustSetUpFactor);

    /// <summary>The session that a request came with.</summary>
    public static SignedInAnswer Of(SessionHolder holder, string token) => new(
        holder.Profile.Tenant.Name,
        UserAnswer.Of(holder.User),
        SessionAnswer.Of(holder.Session, holder.Session.Id),
        Authentication.CsrfToken.Of(token),
        holder.MustSetUpFactor);
}
