using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// The follower's side: asks the leader for what follows in both logs and adds it to its own. With each question it says what it has on its disk. For one caller
/// at a time; <see cref="Report"/> and <see cref="Answer"/> may be called by anybody.
/// </summary>
public sealed class FollowerSite
{
    private readonly DataDirectory directory;
    private readonly TimeProvider time;
    private readonly SiteCaller caller;
    private readonly FollowerKeys keys;
    private readonly FollowerSnapshots snapshots;
    private readonly LogReplica journal;
    private readonly StateReplica states;
    private readonly RecordCount count;
    private readonly Lock access = new();
    private SiteRecord record;
    private FollowerReport report;

    /// <summary>Follows with a data directory that was opened to follow.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="link">The way to the leader.</param>
    /// <param name="time">Tells how old its knowledge is.</param>
    public FollowerSite(DataDirectory directory, ISiteLink link, TimeProvider time)
    {
        (this.directory, this.time) = (directory, time);
        record = directory.Site ?? throw new InvalidOperationException("This directory was not opened to follow.");
        caller = new SiteCaller(link, record.Term);
        keys = new FollowerKeys(directory, caller);
        snapshots = new FollowerSnapshots(directory.Held.Disk, new RemoteDisk(caller));
        journal = directory.Archived.Log.Replicate();
        states = new StateReplica(directory.StateLog);
        count = new RecordCount(directory.Archived.Log, time);
        report = new FollowerReport(record.Term, default, default, 0, 0, 0, IsCaughtUp: false);
    }

    /// <summary>How it is, and how far behind the leader it was when it heard of it last.</summary>
    public FollowerReport Report
    {
        get
        {
            lock (access)
            {
                return report;
            }
        }
    }

    /// <summary>How far its logs go on its disk.</summary>
    internal SitePosition Position => new(states.Generation, states.End, journal.End);

    /// <summary>Asks once, waits at the leader for something new, and adds what it sends.</summary>
    /// <param name="wait">How long the leader may keep the question until there is something new.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether there was anything; or <c>SITE_OUTDATED</c>, <c>SITE_DIVERGED</c>, <c>SITE_TOO_FAR_BEHIND</c>, and refusals of keys.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not keep what it sent.</exception>
    public async ValueTask<Result<bool>> StepAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var found = await caller.AskAsync(SiteQuestion.Pull, string.Create(CultureInfo.InvariantCulture, $"{(int)wait.TotalMilliseconds} {count.Look()} {Position}"), cancellationToken);
        if (!found.IsSuccess)
        {
            return Result.Failure<bool>(found.Errors);
        }

        var leader = caller.Report!.Value;
        if (leader.Term < record.Term)
        {
            return SiteErrors.Outdated(leader.Term, record.Term);
        }

        await (leader.Term > record.Term ? AdoptTermAsync(leader.Term) : ValueTask.CompletedTask);
        var pieces = SentPiece.Parse(found.Value);
        var added = await AddAsync(pieces, leader.Position, cancellationToken);
        if (!added.IsSuccess)
        {
            return added;
        }

        await snapshots.PlaceAsync(Position);
        Note(leader);
        return pieces.Count > 0;
    }

    /// <summary>Fetches what else belongs to the directory and changes: keys, who was erased, snapshots. Call it every few seconds.</summary>
    /// <returns>Whether there was anything new; or why it was not taken.</returns>
    /// <exception cref="IOException">The leader cannot be reached, or the disk could not keep what it sent.</exception>
    public async ValueTask<Result<bool>> RefreshAsync(CancellationToken cancellationToken)
    {
        var renewed = await keys.RenewAsync(cancellationToken);
        var persons = renewed.IsSuccess ? await keys.RenewPersonsAsync(cancellationToken) : renewed;
        return persons.IsSuccess ? await snapshots.FetchAsync(() => caller.Report!.Value.Position, cancellationToken) : persons;
    }

    /// <summary>Tells the leader that its term is over, and gets what it has. From then on it answers no payment.</summary>
    /// <param name="link">The way on which it is told: one whose patience is short, since a leader that is lost may say nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The term that begins; or <c>LEADER_UNREACHABLE</c>, and the refusals of <see cref="StepAsync"/>.</returns>
    public async ValueTask<Result<uint>> TakeOverAsync(ISiteLink link, CancellationToken cancellationToken)
    {
        var next = checked(record.Term + 1);
        try
        {
            var fence = new SiteCaller(link, next);
            await fence.AskAsync(SiteQuestion.Fence, "", cancellationToken);
            next = Math.Max(next, fence.Report!.Value.FencedBy);
            for (var target = fence.Report!.Value.Position; !Position.Has(target);)
            {
                var step = await StepAsync(TimeSpan.Zero, cancellationToken);
                if (!step.IsSuccess)
                {
                    return Result.Failure<uint>(step.Errors);
                }
            }
        }
        catch (IOException exception)
        {
            return SiteErrors.LeaderUnreachable(exception.Message);
        }

        return next;
    }

    /// <summary>Answers a question of the other site: how it is, and nothing else.</summary>
    public ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> question)
    {
        var isKnown = SiteQuestion.TryParse(question.Span) is { Verb: SiteQuestion.State };
        return new SiteReply(new SiteReport(record.Term, SiteRole.Follower, 0, Now, count.Look(), Position), isKnown ? null : SiteErrors.NoLeader(), default).ToBytes();
    }

    private Instant Now => Instant.From(time.GetUtcNow());

    private async ValueTask<Result<bool>> AddAsync(List<SentPiece> pieces, SitePosition end, CancellationToken cancellationToken)
    {
        foreach (var sent in pieces)
        {
            var prepared = await PrepareAsync(sent, cancellationToken);
            if (!prepared.IsSuccess)
            {
                return prepared;
            }

            await (sent.IsJournal ? journal.AppendAsync(sent.Piece) : states.AppendAsync(sent.Generation, sent.Piece));
        }

        await states.CompleteAsync(end.Generation, end.States);
        return true;
    }

    /// <summary>Sees to it that the keys are there which a piece needs, and those of persons before a file can be moved into segments.</summary>
    private async ValueTask<Result<bool>> PrepareAsync(SentPiece sent, CancellationToken cancellationToken)
    {
        var salt = await SaltAsync(sent);
        if (sent.Piece.Frames(salt).Any(frame => frame.KeyNumber > 0 && directory.Keys.Find(frame.Tenant, frame.KeyNumber, Encryption.KeyPurpose.Journal) is null))
        {
            var renewed = await keys.RenewAsync(cancellationToken);
            if (!renewed.IsSuccess)
            {
                return renewed;
            }
        }

        return sent is { IsJournal: true, Piece: { Offset: 0, File: > 1 } } ? await keys.RenewPersonsAsync(cancellationToken) : true;
    }

    private async ValueTask<ulong> SaltAsync(SentPiece sent)
    {
        if (sent.Piece.Offset == 0)
        {
            return sent.Piece.Bytes.Length < LogFileHeader.Length ? 0 : LogFileHeader.SaltOf(sent.Piece.Bytes.Span);
        }

        var home = sent.IsJournal ? DataDirectory.JournalName : states.DirectoryOf(sent.Generation);
        await using var file = await directory.Held.Disk.OpenAsync(LogFileName.In(home, sent.Piece.File), DiskFileUse.Read);
        var header = new byte[LogFileHeader.Length];
        await file.ReadAsync(0, header);
        return LogFileHeader.SaltOf(header);
    }

    /// <summary>Follows in a higher term, with the leader's knowledge of where terms began.</summary>
    private async ValueTask AdoptTermAsync(uint term)
    {
        var begins = await SiteRecord.ReadAsync(new RemoteDisk(caller));
        record = record with { Term = term, Role = SiteRole.Follower, Begins = begins.IsSuccess && begins.Value is { } known ? known.Begins : record.Begins };
        await record.WriteAsync(directory.Held.Disk);
        caller.Term = term;
    }

    private void Note(in SiteReport leader)
    {
        var (own, theirs) = (Position, leader.Position);
        var bytes = own.Journal.File == theirs.Journal.File ? theirs.Journal.Length - own.Journal.Length : theirs.Journal.Length;
        var isCaughtUp = own.Has(theirs);
        lock (access)
        {
            var caughtUpAt = isCaughtUp ? leader.At : report.CaughtUpAt;
            report = new FollowerReport(
                record.Term,
                Now,
                caughtUpAt,
                Math.Max(0, theirs.Journal.Commit - own.Journal.Commit),
                isCaughtUp ? 0 : Math.Max(0, leader.Records - count.Look()),
                isCaughtUp ? 0 : Math.Max(0, bytes),
                isCaughtUp);
        }
    }
}
