using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Audit;

namespace FinancialFirewall.Grains.Tests.Audit;

public sealed class RefusedAttemptsTests
{
    private static readonly AuditNote Note = new("SIGN_IN", "") { Refusal = "API_KEY_UNKNOWN" };
    private static readonly Instant Start = Instant.From(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Take_KnockingForADay_NotesABurstAndThenOneAPeriodAndCountsTheRest()
    {
        var attempts = new RefusedAttempts();
        var notes = new List<AuditNote>();
        for (var second = 0; second < 86_400; second++)
        {
            for (var i = 0; i < 3; i++)
            {
                notes.AddRange(attempts.Take(Note, Start.Plus(TimeSpan.FromSeconds(second))) is { } note ? [note] : []);
            }
        }

        Assert.Equal(RefusedAttempts.Burst + 8_639, notes.Count);
        Assert.All(notes.Take(RefusedAttempts.Burst), note => Assert.Equal(0, note.Suppressed));
        Assert.Equal(29, notes[^1].Suppressed);
        Assert.InRange(notes.Sum(note => note.Suppressed + 1), (3 * 86_400) - 30, 3 * 86_400);
    }

    [Fact]
    public void CountFailedSignIn_InARow_RaisesAtTenAndAtAHundred()
    {
        var attempts = new RefusedAttempts();
        var raised = Enumerable.Range(1, 1_000).Where(i => attempts.CountFailedSignIn(Start.Plus(TimeSpan.FromSeconds(i))) is not null).ToList();

        Assert.Equal([10, 100, 1_000], raised);
    }

    [Fact]
    public void CountFailedSignIn_SuccessOrQuietBetween_BeginsARowAnew()
    {
        var attempts = new RefusedAttempts();
        for (var round = 0; round < 5; round++)
        {
            Assert.All(Enumerable.Range(0, 9), i => Assert.Null(attempts.CountFailedSignIn(Start.Plus(TimeSpan.FromMinutes((round * 6) + (i / 100.0))))));
        }

        attempts.CountSignIn();
        Assert.All(Enumerable.Range(0, 9), i => Assert.Null(attempts.CountFailedSignIn(Start.Plus(TimeSpan.FromMinutes(25)))));
        Assert.Equal(AuditEvents.SignInsFailed, attempts.CountFailedSignIn(Start.Plus(TimeSpan.FromMinutes(25)))!.SecurityEvent);
    }
}
