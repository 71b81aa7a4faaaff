using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Audit;

/// <summary>
/// How many refused attempts of a tenant are noted: <see cref="Burst"/> at once and then one in <see cref="Period"/>, which is 8,640 a day and a few megabytes; the
/// others are counted, and the next one that is noted says how many they were. So nobody can fill the disk by knocking.
/// </summary>
internal sealed class RefusedAttempts
{
    /// <summary>How many are noted one behind the other.</summary>
    public const int Burst = 60;

    /// <summary>How many sign-ins fail in a row until somebody has to look at it; ten times as many, and so on, are noted again.</summary>
    public const int Alarming = 10;

    /// <summary>How long it takes until one more is noted.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>After so long without a failure a row begins anew.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private Instant room;
    private Instant lastFailure;
    private int suppressed;
    private int inARow;
    private int alarmAt = Alarming;

    /// <summary>What is to be noted of an attempt.</summary>
    /// <returns>The note with what it has to say about others; null where it is only counted.</returns>
    public AuditNote? Take(AuditNote note, Instant now)
    {
        // The bucket is full at a time that moves on with each note: the room is how far that time lies behind.
        var earliest = now.Plus(-Period * Burst);
        var filled = room < earliest ? earliest : room;
        if (filled.Plus(Period) > now)
        {
            suppressed++;
            return null;
        }

        room = filled.Plus(Period);
        var taken = note with { Suppressed = suppressed };
        suppressed = 0;
        return taken;
    }

    /// <summary>Counts a sign-in that failed.</summary>
    /// <returns>What somebody has to look at; null where nothing is out of the ordinary.</returns>
    public AuditNote? CountFailedSignIn(Instant now)
    {
        (inARow, alarmAt) = now > lastFailure.Plus(Quiet) ? (0, Alarming) : (inARow, alarmAt);
        lastFailure = now;
        if (++inARow < alarmAt)
        {
            return null;
        }

        alarmAt = (int)Math.Min(int.MaxValue, alarmAt * 10L);
        return new AuditNote("SIGN_IN", "")
        {
            Refusal = "SIGN_INS_FAILED",
            Remark = string.Create(CultureInfo.InvariantCulture, $"{inARow} sign-ins in a row failed."),
            SecurityEvent = AuditEvents.SignInsFailed,
        };
    }

    /// <summary>A sign-in succeeded: a row ends.</summary>
    public void CountSignIn() => (inARow, alarmAt) = (0, Alarming);
}
