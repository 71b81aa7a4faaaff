using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Users;

/// <summary>The refusals of <see cref="ISessionsGrain"/>.</summary>
internal static class SessionErrors
{
    public static Error Ended { get; } = new(
        ErrorKind.Unauthenticated, "SESSION_ENDED", "Cookie", "", "The session has ended, or there never was one: sign in by POST /api/v1/session.");

    public static Error Unknown(string id) => new(ErrorKind.NotFound, "SESSION_NOT_FOUND", "id", id, "There is no session with this id that is good.");

    public static Error TooManyAttempts(Instant next, Instant now)
    {
        var seconds = Math.Max(1, (next.UnixMicroseconds - now.UnixMicroseconds + Instant.MicrosecondsPerSecond - 1) / Instant.MicrosecondsPerSecond);
        return new Error(
            ErrorKind.Unavailable,
            SessionsGrain.TooManyAttemptsCode,
            "email",
            seconds.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"Too many attempts with this mail address failed: the next one is looked at in {seconds} seconds."));
    }
}
