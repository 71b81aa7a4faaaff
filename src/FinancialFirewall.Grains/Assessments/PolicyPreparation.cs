using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Gets a partition ready for the next policy version while it goes on deciding by the present one: windows that are new are filled from the journal,
/// and from the moment that the journal is read to its end also by each payment that is decided meanwhile.
/// </summary>
internal sealed class PolicyPreparation(PartitionIdentity partition, IJournal journal, PolicyCatalog catalog, PartitionBook book)
{
    /// <summary>How many records one call reads, so that it ends long before its caller gives up.</summary>
    private const int RecordsPerCall = 200_000;

    /// <summary>How many records are remembered between being decided and being read; older ones are read from the journal.</summary>
    private const int MaximumRecent = 65_536;

    private readonly Queue<(long Sequence, ReadOnlyMemory<byte> Record)> recent = [];
    private CompiledPolicy? next;
    private HistoryReplay? replay;
    private long read;
    private Task advancing = Task.CompletedTask;

    /// <summary>Whether new windows are being filled, so that what is decided meanwhile has to be noted.</summary>
    public bool IsFilling => replay is not null;

    /// <summary>Whether the version that is prepared can be switched to without reading anything more.</summary>
    private bool IsDone => next is not null && (replay is null || read == book.LastSequence);

    /// <summary>Goes on preparing a version.</summary>
    public async Task<PublishProgress> AdvanceAsync(int version)
    {
        if (book.Policy.Version >= version)
        {
            return new PublishProgress(Done: true, 0);
        }

        if (advancing.IsCompleted)
        {
            advancing = AdvanceAloneAsync(version);
        }

        await advancing;
        return new PublishProgress(IsDone && next!.Version == version, read);
    }

    /// <summary>Decides by a prepared version from now on; nothing happens where it, or a later one, is in force already.</summary>
    /// <returns>Whether it is in force; false when records were added since it was prepared.</returns>
    public bool TrySwitch(int version)
    {
        if (book.Policy.Version >= version)
        {
            return true;
        }

        if (!IsDone || next!.Version != version)
        {
            return false;
        }

        book.Switch(next, replay?.Histories);
        (next, replay, read) = (null, null, 0);
        recent.Clear();
        return true;
    }

    /// <summary>Takes in an assessment that was just decided by the policy in force.</summary>
    public void Note(long sequence, ReadOnlyMemory<byte> record)
    {
        if (replay is null)
        {
            return;
        }

        recent.Enqueue((sequence, record));
        if (recent.Count > MaximumRecent)
        {
            recent.Dequeue();
        }

        if (read == sequence - 1)
        {
            TakeRecent(replay);
        }
    }

    /// <summary>Takes in that a record other than an assessment was added: it is read from the journal.</summary>
    public void NoteOther() => recent.Clear();

    private async Task AdvanceAloneAsync(int version)
    {
        if (next?.Version != version)
        {
            next = await catalog.GetAsync(partition.Tenant, version);
            var missing = next.AccountWindows.Windows.Where(window => book.Policy.AccountWindows.IndexOf(window.Id) < 0).ToList();
            replay = missing.Count == 0 || PlantedBugs.ForgetWindowHistory
                ? null
                : new HistoryReplay(partition.Tenant, catalog, new HistoryTable(WindowPlan.Create(missing).Value), next);
            read = 0;
            recent.Clear();
        }

        if (replay is not null)
        {
            await ReadAsync(replay);
            TakeRecent(replay);
        }
    }

    private void TakeRecent(HistoryReplay into)
    {
        while (recent.TryPeek(out var first) && first.Sequence <= read + 1)
        {
            recent.Dequeue();
            if (first.Sequence == read + 1)
            {
                into.Record(first.Record, book.Policy);
                read = first.Sequence;
            }
        }
    }

    private async Task ReadAsync(HistoryReplay into)
    {
        var end = read + RecordsPerCall;
        await foreach (var batch in journal.ReadAsync(partition.Tenant, partition.Number, read + 1))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (batch.FirstSequence + i > read)
                {
                    await into.ApplyAsync(batch[i]);
                    read = batch.FirstSequence + i;
                }
            }

            if (read >= end)
            {
                return;
            }
        }
    }
}
