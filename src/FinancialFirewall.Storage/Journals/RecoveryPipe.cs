using FinancialFirewall.Storage.Damages;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Lets a log be walked through and the indexes be filled at the same time: while the walk proves and opens some commits, those before it are indexed. The
/// order is the log's.
/// </summary>
internal sealed class RecoveryPipe(CommitLogSetup setup, RecoveryVisitor indexes) : ILogVisitor, IAsyncDisposable
{
    /// <summary>How many bytes of opened runs go together, unless one commit has more; twice as many are in memory.</summary>
    private const int BatchBytes = 1 << 20;

    private WalkedCommits filling = new();
    private WalkedCommits spare = new();
    private Task indexing = Task.CompletedTask;
    private StorageDamage? damage;

    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
        => filling.Add(frame, header, location, body);

    /// <summary>What is wrong with a commit shows when it is indexed: <see cref="FinishFileAsync"/> says it.</summary>
    public string? EndCommit()
    {
        filling.EndCommit();
        return null;
    }

    public void DropCommit() => filling.DropCommit();

    public ValueTask EndFrameAsync() => filling.IsWhole && filling.Length >= BatchBytes ? HandOverAsync() : ValueTask.CompletedTask;

    /// <summary>Completes when everything is indexed that was walked through so far.</summary>
    /// <returns>A commit that does not continue those before it; <see langword="null"/> where all do.</returns>
    public async ValueTask<StorageDamage?> FinishFileAsync()
    {
        await HandOverAsync();
        await indexing;
        return damage;
    }

    public async ValueTask DisposeAsync() => await indexing;

    private async ValueTask HandOverAsync()
    {
        await indexing;
        var walked = filling;
        (filling, spare) = (spare, walked);
        indexing = Task.Factory.StartNew(() => Index(walked), CancellationToken.None, TaskCreationOptions.DenyChildAttach, setup.Scheduler);
    }

    private void Index(WalkedCommits walked)
    {
        if (damage is null && walked.Show(indexes) is var (place, problem))
        {
            var file = LogFileName.In(setup.Directory, place.File);
            damage = new StorageDamage(file, place.Offset - FrameHeader.Length, problem, StorageDamage.RestoreAdvice);
        }
    }
}
