using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>
/// The leader's side: lets commits be published as <see cref="LeaderState"/> says, and answers what the follower asks. Everything may be called by many at once.
/// </summary>
/// <param name="options">How it works with its follower.</param>
/// <param name="time">Stamps what it hears.</param>
public sealed class LeaderSite(SiteOptions options, TimeProvider time) : ICommitGate
{
    private const string Unfinished = ".tmp";
    private static readonly TimeSpan MaximumWait = TimeSpan.FromSeconds(20);

    private readonly Lock access = new();
    private readonly TaskCompletionSource<uint> fenced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource change = NewSignal();
    private LeaderState? state;
    private LeaderFiles? files;
    private RecordCount? count;
    private long acknowledgedRecords;
    private bool isHandedOver;
    private bool isClosed;
    private Instant fencedAt;

    /// <summary>Completes with the higher term when another site leads, and the follower has what it can get: end the process.</summary>
    public Task<uint> Fenced => fenced.Task;

    /// <summary>How it is.</summary>
    public LeaderReport Report
    {
        get
        {
            lock (access)
            {
                return LeaderReport.Of(Known, count!.Look() - acknowledgedRecords, Now);
            }
        }
    }

    /// <summary>Whether anybody may be answered, see <see cref="LeaderState.MayAnswer"/>.</summary>
    public bool MayAnswer
    {
        get
        {
            lock (access)
            {
                return state?.MayAnswer ?? false;
            }
        }
    }

    private LeaderState Known => state ?? throw new InvalidOperationException("The data directory is not open yet.");

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <summary>Opens the data directory that this site leads with. Refusals: those of <see cref="DataDirectory.OpenAsync"/>.</summary>
    /// <exception cref="IOException">The disk could not be read or written.</exception>
    public async ValueTask<Result<DataDirectory>> OpenAsync(DataDirectorySetup setup, CancellationToken cancellationToken = default)
    {
        var opened = await DataDirectory.OpenAsync(setup with { Gate = this }, cancellationToken);
        if (opened.IsSuccess)
        {
            Attach(opened.Value, opened.Value.Site!);
        }

        return opened;
    }

    private void Attach(DataDirectory directory, SiteRecord record)
    {
        var current = directory.StateLog.Current;
        var begin = new SitePosition(
            current.Number, current.Log.HoldStill(static end => end), directory.Archived.Log.HoldStill(static end => end));
        lock (access)
        {
            state = new LeaderState(record.Term, options, begin, Now);
            count = new RecordCount(directory.Archived.Log, time);
            files = new LeaderFiles(directory, record, options, begin.Journal.File);
        }
    }

    /// <summary>From now on somebody may be answered, and the follower can connect.</summary>
    public void Serve()
    {
        lock (access)
        {
            Known.IsServing = true;
        }
    }

    /// <inheritdoc/>
    async ValueTask ICommitGate.PassAsync(string directory, LogChain end)
    {
        // A generation of states that is being written counts when it is complete.
        if (directory.EndsWith(Unfinished, StringComparison.Ordinal))
        {
            return;
        }

        var generation = GenerationOf(directory);
        Task wait;
        lock (access)
        {
            Write(generation, end);
            Signal();
        }

        while (true)
        {
            lock (access)
            {
                var verdict = generation == 0 ? Known.JudgeJournal(end.Commit) : Known.JudgeStates(generation, end.Commit);
                if (verdict == Publication.Allowed)
                {
                    return;
                }

                ThrowIfOver(verdict);
                wait = change.Task;
            }

            await wait;
        }
    }

    /// <summary>Answers a question of the other site.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AnswerAsync(ReadOnlyMemory<byte> question, CancellationToken cancellationToken)
    {
        if (SiteQuestion.TryParse(question.Span) is not { } asked)
        {
            return Reply(SiteErrors.NotUnderstood()).ToBytes();
        }

        Hear(asked.Term);
        var reply = asked.Verb switch
        {
            SiteQuestion.State or SiteQuestion.Fence => Reply(null),
            SiteQuestion.Pull => await PullAsync(asked, cancellationToken),
            _ => await files!.AnswerAsync(asked, cancellationToken) is var found && found.IsSuccess ? Reply(null, found.Value) : Reply(found.Errors[0]),
        };
        return reply.ToBytes();
    }

    /// <summary>Somebody named a term. A higher one ends this site's, at once.</summary>
    public void Hear(uint term)
    {
        lock (access)
        {
            var before = Known.FencedBy;
            Known.Hear(term);
            if (Known.FencedBy is not null && before is null)
            {
                fencedAt = Now;
            }

            HandOver();
            Signal();
        }
    }

    /// <summary>Time passes: call it a few times a second.</summary>
    /// <returns>Whether a synchronous leader goes on without its follower from now on.</returns>
    public bool Tick()
    {
        lock (access)
        {
            var fell = Known.Tick(Now);
            HandOver();
            Signal();
            return fell;
        }
    }

    /// <summary>Lets go of log files that are kept for a follower that is too far behind; call it now and then.</summary>
    /// <exception cref="IOException">The disk could not delete them.</exception>
    public ValueTask TrimAsync() => files!.ReleaseBeforeAsync(0);

    /// <summary>Nothing waits for the follower any longer: what it has not acknowledged is never answered.</summary>
    public void Close()
    {
        lock (access)
        {
            isClosed = true;
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static uint GenerationOf(string directory) => string.Equals(directory, DataDirectory.JournalName, StringComparison.Ordinal)
        ? 0
        : uint.Parse(directory.AsSpan(directory.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    private void ThrowIfOver(Publication verdict)
    {
        if (verdict == Publication.Refused && isHandedOver)
        {
            throw new SiteFencedException(Known.FencedBy ?? 0);
        }

        if (isClosed)
        {
            throw new IOException("The firewall stops, and the follower has not acknowledged the last commit: nobody was answered.");
        }
    }

    private void Write(uint generation, LogChain end)
    {
        if (generation == 0)
        {
            Known.WriteJournal(end);
            files!.Keep(end.File);
        }
        else
        {
            Known.WriteStates(generation, end);
        }
    }

    /// <summary>Once fenced, what is on disk is still given to the follower, for a while: then nothing that was answered is missing there.</summary>
    private void HandOver()
    {
        if (Known.FencedBy is { } by && !isHandedOver && (Known.IsCaughtUp || fencedAt.Plus(options.Patience) <= Now))
        {
            isHandedOver = true;
            fenced.TrySetResult(by);
        }
    }

    private void Signal()
    {
        var told = change;
        change = NewSignal();
        told.SetResult();
    }

    private SiteReply Reply(Error? refusal, ReadOnlyMemory<byte> content = default)
    {
        lock (access)
        {
            var role = Known.FencedBy is null ? SiteRole.Leader : SiteRole.Fenced;
            return new SiteReply(new SiteReport(Known.Term, role, Known.FencedBy ?? 0, Now, count!.Look(), Known.Written), refusal, content);
        }
    }

    private async ValueTask<SiteReply> PullAsync(SiteQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.Term > Known.Term)
        {
            return Reply(SiteErrors.Outdated(Known.Term, asked.Term));
        }

        if (asked.Words.Split(' ', 3) is not [var number, var total, var place]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var patience)
            || !long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var records)
            || SitePosition.TryParse(place) is not { } after)
        {
            return Reply(SiteErrors.NotUnderstood());
        }

        var began = time.GetTimestamp();
        var wait = TimeSpan.FromMilliseconds(Math.Min(patience, MaximumWait.TotalMilliseconds));
        while (true)
        {
            var (end, changed) = Look();
            var found = await files!.ReadAsync(after, end);
            if (!found.IsSuccess)
            {
                return Reply(found.Errors[0]);
            }

            await AcknowledgeAsync(after, records);
            var left = wait - time.GetElapsedTime(began);
            if (found.Value.Count > 0 || left <= TimeSpan.Zero || Known.FencedBy is not null)
            {
                var reply = Reply(null, SentPiece.ToBytes(found.Value));
                return reply with { Report = reply.Report with { Position = end } };
            }

            await Task.WhenAny(changed, Task.Delay(left, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private (SitePosition End, Task Changed) Look()
    {
        var (generation, end) = files!.States();
        lock (access)
        {
            Known.WriteStates(generation, end);
            return (Known.Written, change.Task);
        }
    }

    private async ValueTask AcknowledgeAsync(SitePosition position, long records)
    {
        lock (access)
        {
            var before = Known.Acknowledged;
            Known.Acknowledge(position, Now);
            acknowledgedRecords = Math.Max(acknowledgedRecords, records);
            HandOver();
            if (before != Known.Acknowledged)
            {
                Signal();
            }
        }

        await files!.EndCopyAsync();
        await files.ReleaseBeforeAsync(position.Journal.File);
    }
}
