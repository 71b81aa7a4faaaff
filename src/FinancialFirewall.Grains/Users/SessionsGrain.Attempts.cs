using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Users;

/// <content>Attempts that did not succeed: counted, and noted in the audit log as far as that has room.</content>
public sealed partial class SessionsGrain
{
    /// <summary>The password was right, and nobody is let in: what lacks a code counts as no failure, what has a wrong one does.</summary>
    private async Task NoteUnprovedAsync(string email, string userId, Error error)
    {
        if (string.Equals(error.Code, UserErrors.FactorRequired.Code, StringComparison.Ordinal))
        {
            await KeepAttemptsAsync(Attempts.Uncounted(email));
            return;
        }

        await NoteFailureAsync(email, userId, error);
    }

    private async Task NoteFailureAsync(string email, string userId, Error error)
    {
        var failure = SessionNotes.Refused(userId, error, Attempts.FailuresOf(email));
        foreach (var note in new[] { refused.Take(failure, Now), refused.CountFailedSignIn(Now) })
        {
            try
            {
                await (note is null ? Task.CompletedTask : audit.AppendAsync(Tenant, note));
            }
            catch (JournalFailedException)
            {
                // The process is about to stop, for that reason; until then a refusal stays a refusal.
            }
        }
    }

    /// <summary>Keeps the attempts. Those for a tenant that does not exist stay in memory: nothing is kept of it, and it answers like any other.</summary>
    private async Task KeepAttemptsAsync(AttemptList next)
    {
        attempts.State = new AttemptsState { Attempts = next.All };
        if (await Profiles.GetProfile() is not null)
        {
            await attempts.WriteStateAsync();
        }
    }
}
