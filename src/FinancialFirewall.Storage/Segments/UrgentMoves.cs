using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Segments;

/// <summary>
/// What goes before a merge that is under way: the moving of log files, once so many wait that appending will soon have to. A merge of large segments takes minutes, in which
/// a busy firewall fills more log files than may wait.
/// </summary>
/// <param name="log">Has the log files.</param>
/// <param name="mover">Moves them.</param>
internal sealed class UrgentMoves(CommitLog log, LogMover mover)
{
    /// <summary>Whether something should be moved now.</summary>
    public bool AreDue => log.Completed.IsUrgent;

    /// <summary>Moves as many log files as it takes.</summary>
    public async ValueTask RunAsync()
    {
        while (log.Completed is { IsUrgent: true, Oldest: { } file })
        {
            await mover.MoveAsync(file);
        }
    }
}
