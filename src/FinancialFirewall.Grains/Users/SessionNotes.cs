using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Grains.Users;

/// <summary>How signing in and out stands in the audit log.</summary>
internal static class SessionNotes
{
    public static AuditNote Started(TenantSession session) => new("SIGN_IN", UserNotes.TargetOf(session.UserId)) { Remark = $"Session {session.Id}." };

    public static AuditNote Ended(string userId, string sessionId) => new("SESSION_ENDED", UserNotes.TargetOf(userId)) { Remark = $"Session {sessionId}." };

    public static AuditNote OthersEnded(string userId, int count)
        => new("SESSIONS_ENDED", UserNotes.TargetOf(userId)) { Remark = string.Create(CultureInfo.InvariantCulture, $"{count} other sessions.") };

    /// <summary>Somebody was not let in; from the failure on after which an address has to wait, that is a security event.</summary>
    public static AuditNote Refused(string userId, Error error, int failures) => new("SIGN_IN", userId.Length == 0 ? "" : UserNotes.TargetOf(userId))
    {
        Refusal = error.Code,
        Remark = string.Create(CultureInfo.InvariantCulture, $"Failure {failures} in a row with this mail address."),
        SecurityEvent = failures < LockOut.FirstFailure ? "" : AuditEvents.SignInsFailed,
    };
}
