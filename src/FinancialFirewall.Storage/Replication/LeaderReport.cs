using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>How a leader and its follower are.</summary>
/// <param name="Term">The term in which the site leads.</param>
/// <param name="FencedBy">The higher term of another site; <see langword="null"/> for none.</param>
/// <param name="IsSynchronous">Whether answers wait for the follower at present.</param>
/// <param name="IsFallenBack">Whether they should and do not, because it does not acknowledge.</param>
/// <param name="HeardAt">When the follower said something last; <see langword="null"/> where it never did since the start.</param>
/// <param name="IsCaughtUp">Whether the follower has everything.</param>
/// <param name="LagCommits">How many commits of the journal it does not have; all of them where it never said anything.</param>
/// <param name="LagRecords">How many records it does not have, of those that were answered; a quarter of a second old at the most.</param>
/// <param name="LagBytes">How many bytes of the journal it does not have, as far as both are in one file; else at least so many.</param>
/// <param name="Since">For how long nothing was heard of it.</param>
public sealed record LeaderReport(
    uint Term, uint? FencedBy, bool IsSynchronous, bool IsFallenBack, Instant? HeardAt, bool IsCaughtUp, long LagCommits, long LagRecords, long LagBytes, TimeSpan Since)
{
    internal static LeaderReport Of(LeaderState state, long missing, Instant now)
    {
        var (written, known) = (state.Written.Journal, state.Acknowledged?.Journal ?? default);
        var bytes = written.File == known.File ? written.Length - known.Length : written.Length;
        return new(
            state.Term,
            state.FencedBy,
            state.IsSynchronous,
            state.IsFallenBack,
            state.HeardAt,
            state.IsCaughtUp,
            Math.Max(0, written.Commit - known.Commit),
            state.IsCaughtUp ? 0 : Math.Max(0, missing),
            Math.Max(0, bytes),
            state.HeardAt is { } heard ? now.ToDateTimeOffset() - heard.ToDateTimeOffset() : TimeSpan.Zero);
    }
}
