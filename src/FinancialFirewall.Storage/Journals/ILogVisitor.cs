namespace FinancialFirewall.Storage.Journals;

/// <summary>Sees the runs of a log in order. Runs count only once their commit has ended.</summary>
internal interface ILogVisitor
{
    /// <summary>A sound run.</summary>
    /// <param name="frame">The header of its frame.</param>
    /// <param name="header">Its header.</param>
    /// <param name="location">Where it lies.</param>
    /// <param name="body">The lengths of its records and the records; nothing where the log is walked without keys.</param>
    void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body);

    /// <summary>All runs of the commit were seen.</summary>
    /// <returns>What is wrong with them as a continuation of those before; <see langword="null"/> where nothing is.</returns>
    string? EndCommit();

    /// <summary>All runs of a frame were seen; the walk goes on when this completes.</summary>
    ValueTask EndFrameAsync() => ValueTask.CompletedTask;

    /// <summary>The runs since the last end of a commit do not count.</summary>
    void DropCommit();
}
